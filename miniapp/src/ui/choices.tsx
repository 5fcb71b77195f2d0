import { View } from '@tarojs/components';
import { aria } from './base/aria.ts';
import { Icon, type IconName } from './base/icon.tsx';
import { Tap } from './base/tap.tsx';
import { Field, type FieldProps, useNodeId } from './field.tsx';

export interface Choice<T extends string> {
  value: T;
  label: string;
  note?: string | undefined;
  icon?: IconName | undefined;
}

interface ChoicesProps<T extends string> extends FieldProps {
  options: readonly Choice<T>[];
  /** How many beside each other; one is right for long labels, four only for single words. */
  columns?: 1 | 2 | 3 | 4 | undefined;
  /** Ids of the tiles begin with it, `living-alone`; needed when a page holds several grids. */
  name?: string | undefined;
}

interface OneProps {
  choice: Choice<string>;
  name: string;
  on: boolean;
  many: boolean;
  onTap: () => void;
}

function One({ choice, name, on, many, onTap }: OneProps) {
  const { label, note, icon, value } = choice;
  return (
    <Tap
      className={`w-choice ${on ? 'w-choice--on' : ''}`}
      id={`${name}-${value}`}
      onTap={onTap}
      aria={{ role: many ? 'checkbox' : 'radio', checked: on }}
    >
      <View className={`w-mark ${many ? 'w-mark--many' : ''} ${on ? 'w-mark--on' : ''}`}>
        {on ? <Icon name="check" colour="white" size={16} /> : null}
      </View>
      {icon ? <Icon name={icon} colour="main" size={28} /> : null}
      <View className="w-choice-body">
        <View className="w-choice-label">{label}</View>
        {note ? <View className="w-choice-note">{note}</View> : null}
      </View>
    </Tap>
  );
}

/** One of a few, as big tiles. */
export function ChoiceGrid<T extends string>({
  options,
  columns = 2,
  name = 'choice',
  value,
  onChange,
  ...field
}: ChoicesProps<T> & { value: T | undefined; onChange: (value: T) => void }) {
  const id = useNodeId('choices');
  return (
    <Field {...field} id={id} group>
      <View className={`w-choices w-choices--${columns}`} {...aria({ role: 'radiogroup', labelledBy: `${id}-label` })}>
        {options.map((one) => (
          <One
            key={one.value}
            name={name}
            choice={one}
            on={one.value === value}
            many={false}
            onTap={() => onChange(one.value)}
          />
        ))}
      </View>
    </Field>
  );
}

/** Any of a few, as big tiles. */
export function CheckGrid<T extends string>({
  options,
  columns = 2,
  name = 'choice',
  value,
  onChange,
  ...field
}: ChoicesProps<T> & { value: readonly T[]; onChange: (value: T[]) => void }) {
  const id = useNodeId('checks');
  const flip = (one: T) => onChange(value.includes(one) ? value.filter((v) => v !== one) : [...value, one]);
  return (
    <Field {...field} id={id} group>
      <View className={`w-choices w-choices--${columns}`}>
        {options.map((one) => (
          <One
            key={one.value}
            name={name}
            choice={one}
            on={value.includes(one.value)}
            many
            onTap={() => flip(one.value)}
          />
        ))}
      </View>
    </Field>
  );
}
