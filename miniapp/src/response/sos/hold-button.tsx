import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { aria } from '../../ui/index.ts';
import { sosWords as w } from './words.ts';

const holdMs = 1_500;

/**
 * The red circle. Held, it calls after 1.5 s while a ring grows; let go before, or tapped (also by a screen reader or a
 * key), it asks instead, so that hands that cannot hold get there too. Leaving it with the finger takes the press back.
 */
export function HoldButton({ onHeld, onTap, disabled }: HoldButtonProps) {
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isDone = useRef(false);
  const stop = () => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  function start() {
    isDone.current = false;
    if (disabled) return;
    setHeld(true);
    timer.current = setTimeout(() => {
      isDone.current = true;
      stop();
      onHeld();
    }, holdMs);
  }
  const tapped = () => {
    stop();
    if (!isDone.current) onTap();
    isDone.current = false;
  };

  const className = `w-hold ${held ? 'w-hold--on' : ''} ${disabled ? 'w-hold--off' : ''}`;
  const face = (
    <>
      <View className="w-hold-ring" />
      <View className="w-hold-face">
        <View className="w-hold-words">{held ? w.holdOn : w.hold}</View>
      </View>
    </>
  );
  if (process.env.TARO_ENV === 'h5') {
    return (
      <button
        type="button"
        id="hold"
        data-primary="true"
        className={`w-tap ${className}`}
        aria-label={held ? undefined : w.holdLabel}
        aria-disabled={disabled || undefined}
        onPointerDown={(event) => {
          const { currentTarget: node, pointerId } = event;
          // Else a finger that slides away would still count as pressing.
          if (node.hasPointerCapture(pointerId)) node.releasePointerCapture(pointerId);
          if (event.button === 0) start();
        }}
        onPointerUp={stop}
        onPointerLeave={stop}
        onPointerCancel={stop}
        onContextMenu={(event) => event.preventDefault()}
        onClick={tapped}
      >
        {face}
      </button>
    );
  }
  return (
    <View
      id="hold"
      className={`w-tap ${className}`}
      {...aria({ role: 'button', label: w.holdLabel, ...(disabled && { disabled }) })}
      catchMove
      onTouchStart={start}
      onTouchEnd={stop}
      onTouchCancel={stop}
      onClick={tapped}
    >
      {face}
    </View>
  );
}

interface HoldButtonProps {
  onHeld: () => void;
  onTap: () => void;
  disabled?: boolean | undefined;
}
