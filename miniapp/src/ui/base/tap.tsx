import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { sayError } from '../say.ts';
import { type Aria, aria } from './aria.ts';

export interface TapProps {
  /** What a tap does. While its promise runs further taps are ignored; what it throws is said in words. */
  onTap: () => unknown;
  children: ReactNode | ((busy: boolean) => ReactNode);
  className?: string | undefined;
  id?: string | undefined;
  disabled?: boolean | undefined;
  /** Marks the page's main act for the eye and for the checks (`data-primary`). */
  primary?: boolean | undefined;
  aria?: Aria | undefined;
}

/** Anything that can be tapped: a real button on the web, a view with the role of a button in WeChat. */
export function Tap({ onTap, children, className = '', id, disabled = false, primary, aria: named = {} }: TapProps) {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  async function tapped() {
    if (disabled || running.current) return;
    running.current = true;
    try {
      const result = onTap();
      if (result instanceof Promise) {
        setBusy(true);
        await result;
      }
    } catch (error) {
      sayError(error);
    } finally {
      running.current = false;
      if (!gone.current) setBusy(false);
    }
  }

  const inner = typeof children === 'function' ? children(busy) : children;
  // While it says that it is busy, a name that says something else would be wrong.
  const about = busy && typeof children === 'function' ? { ...named, label: undefined } : named;
  const marks = { ...(id && { id }), ...(primary && { 'data-primary': 'true' }) };
  if (process.env.TARO_ENV === 'h5') {
    const { role, ...rest } = about;
    return (
      <button
        type="button"
        {...marks}
        {...aria({ ...rest, role: role === 'button' ? undefined : role })}
        aria-disabled={disabled || undefined}
        aria-busy={busy || undefined}
        className={`w-tap ${className}`}
        onClick={tapped}
      >
        {inner}
      </button>
    );
  }
  return (
    <View
      {...marks}
      {...aria({ role: 'button', ...about, ...(disabled && { disabled }) })}
      className={`w-tap ${className}`}
      hoverClass={disabled ? 'none' : 'w-tap--down'}
      onClick={tapped}
    >
      {inner}
    </View>
  );
}
