import { Unreachable } from '@wubian/shared/client.ts';
import { Refusal, type RefusalCode } from '@wubian/shared/refusals.ts';

/** One submission that the server has not taken yet. */
export interface Parcel {
  id: string;
  room: string;
  endpoint: string;
  input: Readonly<Record<string, unknown>>;
  /** What the user reads in the list of unsent things. */
  label: string;
  /** Parcels of one key go out in the order they were made, e.g. start before finish of one task. */
  key: string;
  /** A call for help: waits behind nothing else, and is tried again every few seconds. */
  urgent?: boolean | undefined;
  /** Account and role that made it; it is never sent as anyone else. */
  owner: string;
  /** When it was made, ms. */
  at: number;
  tries: number;
  /** `refused` was answered with a no on a later try; it stays, with the words, until the user has seen it. */
  state: 'waiting' | 'refused';
  words?: string;
}

/** What became of a submission: the server's answer, or kept for later. */
export type Delivery = { sent: true; answer: unknown } | { sent: false };

export interface OutboxParts {
  /** Makes the call; rejects with Refusal or Unreachable like the typed client. */
  deliver(parcel: Parcel): Promise<unknown>;
  storage: { load(): Parcel[]; save(parcel: Parcel): void; drop(id: string): void };
  now(): number;
  /** Who is signed in; undefined: nobody, nothing is sent. */
  owner(): string | undefined;
}

/** A no that says nothing about the submission itself: the same parcel may well be taken later. */
const comeAgain: readonly RefusalCode[] = ['busy', 'too_many_tries', 'session_expired', 'not_signed_in', 'unexpected'];
const mayComeAgain = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refusal && comeAgain.includes(error.code));

/**
 * The list of unsent submissions, without any device: storage, carrier and clock are handed in.
 * A parcel is written down before it is tried, so a crash in between loses nothing; ids in the input make a
 * second delivery of the same parcel harmless.
 */
export function createOutbox({ deliver, storage, now, owner }: OutboxParts) {
  let parcels: readonly Parcel[] = [...storage.load()].sort((a, b) => a.at - b.at);
  /** Two lanes, so that a photo that hangs on a weak line holds up no call for help. */
  const lanes: { urgent: boolean; running?: Promise<void> | undefined }[] = [{ urgent: true }, { urgent: false }];
  const inHand = new Set<string>();
  const listeners = new Set<() => void>();

  const show = (next: readonly Parcel[]) => {
    parcels = next;
    for (const listener of [...listeners]) listener();
  };
  const forget = (id: string) => {
    storage.drop(id);
    show(parcels.filter((one) => one.id !== id));
  };
  const write = (parcel: Parcel) => {
    try {
      storage.save(parcel);
    } catch (error) {
      // On a phone without room a call for help still goes out, from memory.
      if (!parcel.urgent) throw error;
    }
  };
  const rewrite = (parcel: Parcel) => {
    write(parcel);
    show(parcels.map((one) => (one.id === parcel.id ? parcel : one)));
  };
  const behindAnother = (parcel: Parcel): boolean =>
    parcels
      .slice(
        0,
        parcels.findIndex((one) => one.id === parcel.id),
      )
      .some((one) => one.state === 'waiting' && one.key === parcel.key);

  async function attempt(parcel: Parcel): Promise<unknown> {
    inHand.add(parcel.id);
    try {
      const answer = await deliver(parcel);
      forget(parcel.id);
      return answer;
    } finally {
      inHand.delete(parcel.id);
    }
  }

  async function flush(urgent: boolean): Promise<void> {
    const done = new Set<string>();
    const next = () =>
      parcels.find(
        (one) =>
          one.state === 'waiting' &&
          !!one.urgent === urgent &&
          one.owner === owner() &&
          !done.has(one.id) &&
          !inHand.has(one.id) &&
          !behindAnother(one),
      );
    // Looked up anew each time: parcels made meanwhile, and those set free by the one before, go along.
    for (let parcel = next(); parcel; parcel = next()) {
      done.add(parcel.id);
      const tried: Parcel = { ...parcel, tries: parcel.tries + 1 };
      try {
        await attempt(parcel);
      } catch (error) {
        if (error instanceof Unreachable) return rewrite(tried);
        if (mayComeAgain(error)) rewrite(tried);
        else rewrite({ ...tried, state: 'refused', words: error instanceof Error ? error.message : String(error) });
      }
    }
  }

  return {
    all: (): readonly Parcel[] => parcels,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /**
     * Tries at once. No answer, or a no that may pass: kept and retried later. A real no on this first try is thrown
     * (the form is still open and shows it) and nothing is kept.
     */
    async submit(made: Omit<Parcel, 'owner' | 'at' | 'tries' | 'state' | 'words'>): Promise<Delivery> {
      const parcel: Parcel = { ...made, owner: owner() ?? '', at: now(), tries: 1, state: 'waiting' };
      write(parcel);
      show([...parcels.filter((one) => one.id !== parcel.id), parcel]);
      if (behindAnother(parcel)) return { sent: false };
      try {
        return { sent: true, answer: await attempt(parcel) };
      } catch (error) {
        if (mayComeAgain(error)) return { sent: false };
        forget(parcel.id);
        throw error;
      }
    },

    /** Tries everything that waits and belongs to who is signed in, in order. Calls made meanwhile join the same run. */
    async retry(): Promise<void> {
      const runs = lanes.map((lane) => {
        lane.running ??= flush(lane.urgent).finally(() => {
          lane.running = undefined;
        });
        return lane.running;
      });
      await Promise.all(runs);
    },

    /** The user has seen a refused parcel, or gives up a waiting one. */
    dismiss: forget,

    /** Reads storage again, after it was cleared from outside. */
    reload(): void {
      show([...storage.load()].sort((a, b) => a.at - b.at));
    },
  };
}
