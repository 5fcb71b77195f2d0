import { Input, Picker, Textarea, View } from '@tarojs/components';
import { words } from '../words.ts';
import { aria } from './base/aria.ts';
import { Icon } from './base/icon.tsx';
import { Field, type FieldProps, useNodeId } from './field.tsx';

export interface TextInputProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** What is typed: decides keyboard and fill-in help. `code` is a six-digit code. */
  kind?: 'text' | 'phone' | 'code' | 'number' | 'name' | undefined;
  maxLength?: number | undefined;
  /** Enter on the keyboard. */
  onEnter?: (() => unknown) | undefined;
  id?: string | undefined;
}

const webKinds = {
  text: {},
  name: { autoComplete: 'name' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  code: { inputMode: 'numeric', autoComplete: 'one-time-code' },
  number: { inputMode: 'decimal' },
} as const;
const phoneKinds = { text: 'text', name: 'text', phone: 'number', code: 'number', number: 'digit' } as const;

/** One line of text with label, hint and error. */
export function TextInput({ value, onChange, kind = 'text', maxLength = 140, onEnter, id, ...field }: TextInputProps) {
  const own = useNodeId('input');
  const at = id ?? own;
  const about = aria({ describedBy: `${at}-hint`, ...(field.error && { invalid: true }) });
  return (
    <Field {...field} id={at}>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          id={at}
          className="w-input"
          value={value}
          maxLength={maxLength}
          {...webKinds[kind]}
          {...about}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter?.()}
        />
      ) : (
        <Input
          id={at}
          className="w-input"
          value={value}
          maxlength={maxLength}
          type={phoneKinds[kind]}
          {...about}
          {...aria({ label: field.label })}
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={() => onEnter?.()}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  maxLength?: number | undefined;
  id?: string | undefined;
}

/** Several lines of text; grows with what is written (WeChat) or with its corner (web). */
export function TextArea({ value, onChange, maxLength = 500, id, ...field }: TextAreaProps) {
  const own = useNodeId('area');
  const at = id ?? own;
  const about = aria({ describedBy: `${at}-hint`, ...(field.error && { invalid: true }) });
  return (
    <Field {...field} id={at}>
      {process.env.TARO_ENV === 'h5' ? (
        <textarea
          id={at}
          className="w-input w-area"
          value={value}
          maxLength={maxLength}
          rows={3}
          {...about}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Textarea
          id={at}
          className="w-input w-area"
          value={value}
          maxlength={maxLength}
          autoHeight
          disableDefaultPadding
          {...about}
          {...aria({ label: field.label })}
          onInput={(event) => onChange(event.detail.value)}
        />
      )}
    </Field>
  );
}

export interface SelectProps<T extends string> extends FieldProps {
  options: readonly { value: T; label: string }[];
  value: T | undefined;
  onChange: (value: T) => void;
  id?: string | undefined;
}

/** One of many (more than about eight; fewer: ChoiceGrid). The device's own list. */
export function Select<T extends string>({ options, value, onChange, id, ...field }: SelectProps<T>) {
  const own = useNodeId('select');
  const at = id ?? own;
  const about = aria({ describedBy: `${at}-hint`, ...(field.error && { invalid: true }) });
  const index = options.findIndex((one) => one.value === value);
  const chosen = options[index]?.label ?? words.pleaseChoose;
  return (
    <Field {...field} id={at}>
      {process.env.TARO_ENV === 'h5' ? (
        <select
          id={at}
          className="w-input w-select-native"
          value={value ?? ''}
          {...about}
          onChange={(event) => onChange(event.target.value as T)}
        >
          {value === undefined ? <option value="">{words.pleaseChoose}</option> : null}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      ) : (
        <Picker
          mode="selector"
          range={options.map((one) => one.label)}
          value={Math.max(index, 0)}
          onChange={(event) => {
            const picked = options[Number(event.detail.value)];
            if (picked) onChange(picked.value);
          }}
        >
          <View id={at} className="w-input w-select" {...aria({ role: 'button', label: `${field.label}：${chosen}` })}>
            <View className="w-select-words">{chosen}</View>
            <Icon name="forward" colour="soft" />
          </View>
        </Picker>
      )}
    </Field>
  );
}
