import { type ParameterValue, sayValue } from '@wubian/shared/office/parameter-forms.ts';
import { parameterRow } from '@wubian/shared/office/parameters.ts';
import { confirm, errorOf, say } from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { fullDay, readDay } from './first-day.ts';
import type { DayDraft } from './first-day-choice.tsx';
import { changeParameter, type Parameter } from './use-parameters.ts';
import { parameterWords as w } from './words.ts';

/** Words beside a field of the form. */
export type Wrong = { [F in 'value' | 'from' | 'reason']?: string | undefined };

interface Typed {
  id: string;
  value: { value: ParameterValue } | { wrong: string };
  day: DayDraft;
  reason: string;
}

/**
 * Checks what was typed, asks once more with before and after, and sends. Resolves what is wrong field by field, or
 * null when it was saved; undefined when she thought better of it.
 */
export async function sendChange(parameter: Parameter, today: string, typed: Typed): Promise<Wrong | null | undefined> {
  const { form, label } = parameterRow(parameter.key);
  const from = typed.day.usual === 'other' ? readDay(typed.day.typed) : typed.day.usual;
  const reason = typed.reason.trim();
  const wrong: Wrong = {
    ...('wrong' in typed.value && { value: typed.value.wrong }),
    ...(from === null && { from: w.dayWrong }),
    ...(reason === '' && { reason: w.reasonNeed }),
  };
  if ('wrong' in typed.value || from === null || Object.keys(wrong).length) return wrong;
  const { value } = typed.value;
  if (JSON.stringify(value) === JSON.stringify(parameter.value) && from === today) {
    say(w.same);
    return undefined;
  }
  const words = w.sureWords(sayValue(form, parameter.value), sayValue(form, value), fullDay(from));
  if (!(await confirm({ title: w.sure(label), words, yes: w.sureYes }))) return undefined;
  try {
    await changeParameter(parameter, { id: typed.id, from, value, reason });
  } catch (refused) {
    const by = (field: keyof Wrong) => errorOf(refused, field);
    const fields: Wrong = { value: by('value'), from: by('from'), reason: by('reason') };
    if (!fields.value && !fields.from && !fields.reason) fields.value = wordsOf(refused);
    return fields;
  }
  say(from === today ? w.savedNow : w.saved(fullDay(from)));
  return null;
}
