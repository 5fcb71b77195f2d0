import { View } from '@tarojs/components';
import { Refusal } from '@wubian/shared/refusals.ts';
import { type ReactNode, useState } from 'react';
import { words } from '../words.ts';
import { aria } from './base/aria.ts';
import { Icon } from './base/icon.tsx';

let made = 0;
/** An id of its own for a node, the same as long as the part lives. */
export const useNodeId = (start: string): string => useState(() => `${start}-${++made}`)[0];

export interface FieldProps {
  label: string;
  /** How to fill it, under the label. */
  hint?: string | undefined;
  /** What is wrong and how to mend it, beside the field. */
  error?: string | undefined;
  optional?: boolean | undefined;
}

/** Label, hint and error around one control; the control names `hintId` as its description. */
export function Field({
  label,
  hint,
  error,
  optional,
  id,
  group,
  children,
}: FieldProps & { id: string; group?: boolean | undefined; children: ReactNode }) {
  const about = group ? aria({ role: 'group', labelledBy: `${id}-label` }) : {};
  const name = (
    <>
      {label}
      {optional ? <View className="w-field-optional">{words.optional}</View> : null}
    </>
  );
  return (
    <View className={`w-field ${error ? 'w-field--wrong' : ''}`} {...about}>
      {process.env.TARO_ENV === 'h5' && !group ? (
        <label className="w-field-label" htmlFor={id} id={`${id}-label`}>
          {name}
        </label>
      ) : (
        <View className="w-field-label" id={`${id}-label`}>
          {name}
        </View>
      )}
      <View id={`${id}-hint`}>
        {hint ? <View className="w-field-hint">{hint}</View> : null}
        {error ? (
          <View className="w-field-error" {...aria({ role: 'alert' })}>
            <Icon name="warn" colour="sosInk" size={20} />
            <View className="w-field-error-words">{error}</View>
          </View>
        ) : null}
      </View>
      {children}
    </View>
  );
}

/** The words for one field of a refused form: `errorOf(error, 'phone')`. Undefined when it was not refused. */
export const errorOf = (error: unknown, field: string): string | undefined =>
  error instanceof Refusal ? error.fields?.find((one) => one.field === field)?.words : undefined;
