type Listener = (event: { type: 'abort' }) => void;

/**
 * What WeChat's logic layer lacks and react-query needs on every fetch. Put in place of the missing globals
 * by webpack's ProvidePlugin in the weapp build only.
 */
export class AbortSignal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  private listeners: Listener[] = [];

  addEventListener(_type: 'abort', listener: Listener): void {
    if (!this.listeners.includes(listener)) this.listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners = this.listeners.filter((one) => one !== listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** Called by the controller only. */
  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? Object.assign(new Error('aborted'), { name: 'AbortError' });
    this.onabort?.({ type: 'abort' });
    for (const listener of this.listeners.slice()) listener({ type: 'abort' });
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason?: unknown): void {
    this.signal.fire(reason);
  }
}
