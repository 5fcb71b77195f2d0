import { View } from '@tarojs/components';
import { aria } from './base/aria.ts';
import { Tap } from './base/tap.tsx';

interface Chip<T extends string> {
  value: T;
  label: string;
  /** How many lie behind it; 0 is shown too. */
  count?: number | undefined;
}

interface ChipsProps<T extends string> {
  /** What is chosen, for screen readers, e.g. 类别. */
  label: string;
  options: readonly Chip<T>[];
  value: T;
  onChange: (value: T) => void;
  /** Ids of the chips begin with it: `pile-asked`. */
  name?: string | undefined;
}

/** One of a few as small chips in a line that wraps: for filters and piles of staff pages. */
export function Chips<T extends string>({ label, options, value, onChange, name = 'chip' }: ChipsProps<T>) {
  return (
    <View className="w-chips" {...aria({ role: 'radiogroup', label })}>
      {options.map((one) => {
        const on = one.value === value;
        return (
          <Tap
            key={one.value}
            id={`${name}-${one.value || 'all'}`}
            className={`w-chip ${on ? 'w-chip--on' : ''}`}
            onTap={() => onChange(one.value)}
            aria={{ role: 'radio', checked: on }}
          >
            <View className="w-chip-body">
              {one.label}
              {one.count === undefined ? null : <View className="w-chip-count">{String(one.count)}</View>}
            </View>
          </Tap>
        );
      })}
    </View>
  );
}
