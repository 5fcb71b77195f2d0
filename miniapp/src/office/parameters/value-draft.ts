import { type Form, type ParameterValue, type Span, schemaOf } from '@wubian/shared/office/parameter-forms.ts';

/** A value as it is typed: one or two lines of text, or what is ticked. */
export interface ValueDraft {
  text: string;
  to: string;
  ticked: string[];
}

/** What the fields of a form start from. */
export function draftOf(form: Form, value: ParameterValue): ValueDraft {
  const empty = { text: '', to: '', ticked: [] };
  switch (form.as) {
    case 'span':
    case 'timeSpan': {
      const { from, to } = value as Span<string | number>;
      return { ...empty, text: String(from), to: String(to) };
    }
    case 'numbers':
      return { ...empty, text: (value as number[]).join('、') };
    case 'choices':
      return { ...empty, ticked: [...(value as string[])] };
    default:
      return { ...empty, text: String(value) };
  }
}

/** As a machine reads it: full-width digits and signs become narrow ones. */
const plain = (typed: string): string => typed.normalize('NFKC').trim();
const numberOf = (typed: string): number => (plain(typed) === '' ? Number.NaN : Number(plain(typed)));

function typedValue(form: Form, { text, to, ticked }: ValueDraft): unknown {
  switch (form.as) {
    case 'number':
      return numberOf(text);
    case 'span':
      return { from: numberOf(text), to: numberOf(to) };
    case 'numbers':
      return plain(text)
        .split(/[、,，;；\s]+/)
        .filter(Boolean)
        .map(Number);
    case 'timeSpan':
      return { from: plain(text), to: plain(to) };
    case 'choices':
      return Object.keys(form.labels).filter((one) => ticked.includes(one));
    default:
      return plain(text);
  }
}

/** The value that was typed, or what is wrong with it. Ticks come in the order of the table, whatever was ticked first. */
export function readDraft(form: Form, draft: ValueDraft): { value: ParameterValue } | { wrong: string } {
  const checked = schemaOf(form).safeParse(typedValue(form, draft));
  if (checked.success) return { value: checked.data };
  const words = checked.error.issues[0]?.message ?? '';
  return { wrong: /[\u4e00-\u9fff]/.test(words) ? words : '请填数字' };
}
