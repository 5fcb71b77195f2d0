import { Input } from '@tarojs/components';
import { aria } from './base/aria.ts';
import { Field, type FieldProps, useNodeId } from './field.tsx';

interface CodeInputProps extends FieldProps {
  value: string;
  /** Gets digits only, at most six, however they were typed or pasted. */
  onChange: (value: string) => void;
  onEnter?: (() => unknown) | undefined;
  id?: string | undefined;
}

const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, 6);

/** Six digits in large type, ready to be typed or pasted as soon as it appears. One field, so pasting just works. */
export function CodeInput({ value, onChange, onEnter, id, ...field }: CodeInputProps) {
  const own = useNodeId('code');
  const at = id ?? own;
  const about = aria({ describedBy: `${at}-hint`, ...(field.error && { invalid: true }) });
  return (
    <Field {...field} id={at}>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          id={at}
          className="w-input w-code"
          value={value}
          inputMode="numeric"
          autoComplete="one-time-code"
          // The person has just asked for this code: the next thing she does is type it.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          {...about}
          onChange={(event) => onChange(digitsOf(event.target.value))}
          onKeyDown={(event) => event.key === 'Enter' && onEnter?.()}
        />
      ) : (
        <Input
          id={at}
          className="w-input w-code"
          value={value}
          type="number"
          maxlength={12}
          focus
          {...about}
          {...aria({ label: field.label })}
          onInput={(event) => onChange(digitsOf(event.detail.value))}
          onConfirm={() => onEnter?.()}
        />
      )}
    </Field>
  );
}
