import { Refusal } from '@wubian/shared/refusals.ts';
import { type FieldGroup, type FieldName, fieldRow } from '@wubian/shared/registry/fields.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useDraft } from '../../platform/drafts.ts';
import { queryClient } from '../../query.ts';
import { type Elder, elderKey } from '../elders/use-elders.ts';
import { changesOf, type GroupForm, groupFormOf, type Value } from './group-form.ts';
import { dossierWords as w } from './words.ts';

interface Draft {
  form: GroupForm;
  base: GroupForm;
  version: number;
  why: string;
}

export interface GroupEdit {
  form: GroupForm;
  why: string;
  setWhy: (why: string) => void;
  set: (field: FieldName, value: Value) => void;
  /** What is wrong, by path below `changes.`; `why` for the reason. */
  errors: Readonly<Record<string, string>>;
  /** After somebody else saved meanwhile: what the touched fields hold now. */
  theirs: [label: string, said: string][] | undefined;
  fromDraft: boolean;
  dropDraft: () => void;
  /** The saved file; undefined when something is to be mended first. Throws other refusals. */
  save: () => Promise<Elder | undefined>;
}

/** What fields of a file say, masked as the reader may see them. */
const saidOf = (elder: Elder, fields: readonly string[]): [string, string][] =>
  elder.groups.flatMap(({ fields: shown }) =>
    shown.flatMap(({ field, label, said }): [string, string][] => (fields.includes(field) ? [[label, said]] : [])),
  );

/** The form over one group of a file: kept until saved; only what was touched is sent. */
export function useGroupEdit(elder: Elder, group: FieldGroup): GroupEdit {
  const fresh = (of: Elder): Draft => {
    const base = groupFormOf(of.facts, group);
    return { form: base, base, version: of.version, why: '' };
  };
  const [draft, setDraft, forget] = useDraft<Draft>(`elder/${elder.id}/${group}`, fresh(elder));
  const [fromDraft, setFromDraft] = useState(() => JSON.stringify(draft.form) !== JSON.stringify(draft.base));
  const [errors, setErrors] = useState<GroupEdit['errors']>({});
  const [theirs, setTheirs] = useState<GroupEdit['theirs']>();
  const { form, base, version, why } = draft;

  async function save(): Promise<Elder | undefined> {
    const changes = changesOf(form, base);
    const touched = Object.keys(changes);
    if (!touched.length) {
      setErrors({ why: w.nothingChanged });
      return undefined;
    }
    if (!why.trim()) {
      setErrors({ why: w.needWhy });
      return undefined;
    }
    setErrors({});
    try {
      const saved = await api.registry.changeElder({ elderId: elder.id, version, changes, why });
      forget();
      queryClient.setQueryData(elderKey(elder.id), saved);
      void queryClient.invalidateQueries({ queryKey: ['registry'] });
      return saved;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'elder_changed') {
        const now = await api.registry.readElder({ elderId: elder.id });
        setDraft({ ...draft, version: now.version });
        setTheirs(saidOf(now, touched));
        return undefined;
      }
      if (!error.fields?.length) throw error;
      setErrors(Object.fromEntries(error.fields.map(({ field, words }) => [field.replace(/^changes\./, ''), words])));
      return undefined;
    }
  }

  return {
    form,
    why,
    setWhy: (said) => setDraft({ ...draft, why: said }),
    set: (field, value) => setDraft({ ...draft, form: { ...form, [field]: value } }),
    errors,
    theirs,
    fromDraft,
    dropDraft() {
      setDraft(fresh(elder));
      forget();
      setFromDraft(false);
      setErrors({});
      setTheirs(undefined);
    },
    save,
  };
}

/** What is wrong in parts that have no field of their own to stand beside. */
export const otherErrors = (errors: GroupEdit['errors']): string[] =>
  Object.entries(errors).flatMap(([path, words]) => {
    const field = path.split('.')[0] as FieldName;
    return path === 'why' || !fieldRow(field) ? [] : [`${fieldRow(field).label}：${words}`];
  });
