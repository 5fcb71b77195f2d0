import { Refusal } from '@wubian/shared/refusals.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { queryClient } from '../../query.ts';
import { checkForm, type ElderForm, emptyForm, type FieldErrors } from './elder-form.ts';
import { type Elder, elderKey } from './use-elders.ts';

interface Draft {
  form: ElderForm;
  /** Made once, so that a retry is the same create. */
  id: string;
}

export interface ElderAdd {
  form: ElderForm;
  set: (changes: Partial<ElderForm>) => void;
  errors: FieldErrors;
  /** Whether this form began from something typed earlier. */
  fromDraft: boolean;
  dropDraft: () => void;
  /** The saved file; undefined when fields are wrong. Throws other refusals. */
  save: () => Promise<Elder | undefined>;
}

/** The words of a refused save by the form's paths: the server names fields from `facts.` on. */
function errorsOf(error: unknown): FieldErrors | undefined {
  if (!(error instanceof Refusal) || !error.fields?.length) return undefined;
  return Object.fromEntries(error.fields.map(({ field, words }) => [field.replace(/^facts\./, ''), words]));
}

/** The form of a new file in `communityId`: kept until saved, checked before it is sent. */
export function useElderAdd(communityId: string): ElderAdd {
  const [firstId] = useState(newId);
  const empty: Draft = { form: emptyForm(communityId), id: firstId };
  const [draft, setDraft, forget] = useDraft<Draft>('elder/new', empty);
  const [fromDraft, setFromDraft] = useState(() => JSON.stringify(draft.form) !== JSON.stringify(empty.form));
  const [errors, setErrors] = useState<FieldErrors>({});
  const { form, id } = draft;

  async function save(): Promise<Elder | undefined> {
    const checked = checkForm(form);
    setErrors('errors' in checked ? checked.errors : {});
    if ('errors' in checked) return undefined;
    try {
      const saved = await api.registry.addElder({ id, facts: checked.facts });
      forget();
      queryClient.setQueryData(elderKey(id), saved);
      void queryClient.invalidateQueries({ queryKey: ['registry'] });
      return saved;
    } catch (error) {
      const fields = errorsOf(error);
      if (!fields) throw error;
      setErrors(fields);
      return undefined;
    }
  }

  return {
    form,
    set: (changes) => setDraft({ ...draft, form: { ...form, ...changes } }),
    errors,
    fromDraft,
    dropDraft() {
      setDraft(empty);
      forget();
      setFromDraft(false);
      setErrors({});
    },
    save,
  };
}
