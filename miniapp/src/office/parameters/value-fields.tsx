import type { Form } from '@wubian/shared/office/parameter-forms.ts';
import { CheckGrid, Row, TextInput } from '../../ui/index.ts';
import type { ValueDraft } from './value-draft.ts';
import { parameterWords as w } from './words.ts';

interface Fields {
  form: Form;
  draft: ValueDraft;
  onChange: (draft: ValueDraft) => void;
  error: string | undefined;
}

/** The fields in which a new value is typed, by the form of the parameter. */
export function ValueFields({ form, draft, onChange, error }: Fields) {
  const text = { value: draft.text, onChange: (typed: string) => onChange({ ...draft, text: typed }) };
  const to = { value: draft.to, onChange: (typed: string) => onChange({ ...draft, to: typed }) };
  switch (form.as) {
    case 'number': {
      const hint = w.bounds(form.unit, form.min, form.max);
      return <TextInput id="value" label={w.value} hint={hint} kind="number" maxLength={8} error={error} {...text} />;
    }
    case 'numbers':
      return <TextInput id="value" label={w.value} hint={w.listHint(form.unit)} error={error} {...text} />;
    case 'span':
      return (
        <>
          <TextInput id="value" label={w.from} hint={w.unitHint(form.unit)} kind="number" error={error} {...text} />
          <TextInput id="value-to" label={w.to} hint={w.unitHint(form.unit)} kind="number" {...to} />
        </>
      );
    case 'time':
      return <TextInput id="value" label={w.value} hint={w.timeHint} maxLength={5} error={error} {...text} />;
    case 'timeSpan':
      return (
        <>
          <TextInput id="value" label={w.begins} hint={w.timeHint} maxLength={5} error={error} {...text} />
          <TextInput id="value-to" label={w.ends} hint={w.timeHint} maxLength={5} {...to} />
        </>
      );
    case 'choices':
      return (
        <CheckGrid
          name="value"
          label={w.value}
          options={Object.entries(form.labels).map(([value, label]) => ({ value, label }))}
          value={draft.ticked}
          onChange={(ticked) => onChange({ ...draft, ticked })}
          error={error}
        />
      );
    default:
      return <Row>{null}</Row>;
  }
}
