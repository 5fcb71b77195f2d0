import { Refusal } from '@wubian/shared/refusals.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { queryClient } from '../../query.ts';
import { checkForm, type ElderForm, emptyForm, type FieldErrors, formOf } from './elder-form.ts';
import { type FormField, mergeForm } from './merge-form.ts';
import { type Elder, elderKey } from './use-elders.ts';

interface Draft {
  form: ElderForm;
  /** The file as it was when this form was opened; for a new file the empty form. */
  base: ElderForm;
  /** Of the stored file; 0 for a new one. */
  version: number;
  /** Made once, so that a retry is the same create. */
  id: string;
}

export interface ElderEdit {
  form: ElderForm;
  set: (changes: Partial<ElderForm>) => void;
  errors: FieldErrors;
  /** What both changed, after somebody else saved meanwhile; undefined when nobody did. */
  quarrel: { both: FormField[]; theirs: ElderForm } | undefined;
  takeTheirs: () => void;
  /** Whether this form began from something typed earlier. */
  fromDraft: boolean;
  dropDraft: () => void;
  /** The saved file; undefined when fields are wrong or somebody else saved meanwhile. Throws other refusals. */
  save: () => Promise<Elder | undefined>;
}

/** The words of a refused save by the form's paths: the server names fields from `facts.` on. */
function errorsOf(error: unknown): FieldErrors | undefined {
  if (!(error instanceof Refusal) || !error.fields?.length) return undefined;
  return Object.fromEntries(error.fields.map(({ field, words }) => [field.replace(/^facts\./, ''), words]));
}

/** The form over one file (or a new one, in `communityId`): kept until saved, checked before it is sent. */
export function useElderEdit(elder: Elder | undefined, communityId: string): ElderEdit {
  const fresh = (of: Elder | undefined, id: string): Draft => {
    const base = of ? formOf(of.facts) : emptyForm(communityId);
    return { form: base, base, version: of?.version ?? 0, id };
  };
  const [firstId] = useState(newId);
  const [draft, setDraft, forget] = useDraft<Draft>(`elder/${elder?.id ?? 'new'}`, fresh(elder, elder?.id ?? firstId));
  const [fromDraft, setFromDraft] = useState(() => JSON.stringify(draft.form) !== JSON.stringify(draft.base));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [quarrel, setQuarrel] = useState<ElderEdit['quarrel']>();
  const { form, base, version, id } = draft;

  async function meet(): Promise<undefined> {
    const theirs = await api.registry.readElder({ elderId: id });
    const merged = mergeForm(base, form, formOf(theirs.facts));
    setDraft({ ...draft, form: merged.form, base: formOf(theirs.facts), version: theirs.version });
    setQuarrel({ both: merged.both, theirs: formOf(theirs.facts) });
    return undefined;
  }

  async function save(): Promise<Elder | undefined> {
    const checked = checkForm(form);
    setErrors('errors' in checked ? checked.errors : {});
    if ('errors' in checked) return undefined;
    const { facts } = checked;
    try {
      const saved = await (elder
        ? api.registry.changeElder({ elderId: id, version, facts })
        : api.registry.addElder({ id, facts }));
      forget();
      queryClient.setQueryData(elderKey(id), saved);
      void queryClient.invalidateQueries({ queryKey: ['registry', 'elders'] });
      return saved;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'elder_changed') return meet();
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
    quarrel,
    takeTheirs() {
      if (!quarrel) return;
      const theirs = Object.fromEntries(quarrel.both.map((field) => [field, quarrel.theirs[field]]));
      setDraft({ ...draft, form: { ...form, ...theirs } });
      setQuarrel({ ...quarrel, both: [] });
    },
    fromDraft,
    dropDraft() {
      setDraft(fresh(elder, id));
      forget();
      setFromDraft(false);
      setErrors({});
      setQuarrel(undefined);
    },
    save,
  };
}
