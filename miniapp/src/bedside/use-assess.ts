import { missingItems } from '@wubian/shared/bedside/ability.ts';
import { type ItemCode, itemCodes } from '@wubian/shared/bedside/ability-items.ts';
import { riskEventsUntil } from '@wubian/shared/bedside/risk-events.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../api.ts';
import { now } from '../platform/clock.ts';
import { useDraft } from '../platform/drafts.ts';
import { newId } from '../platform/new-id.ts';
import { toFirstWrong } from '../platform/scroll.ts';
import { confirm } from '../ui/index.ts';
import { type AssessForm, checkSheet, emptySheet, preview, type Wrong } from './assess-draft.ts';
import { bedsideChanged, useRiskEvents } from './use-assessments.ts';
import { assessWords as w } from './words.ts';

/** Where a half-filled sheet of an elder is kept on the phone. */
export const sheetDraft = (elderId: string): string => `assess/${elderId}`;

/** The next item without a score after this one, from the start again at the end. */
function nextMissing(scores: AssessForm['scores'], after: ItemCode): ItemCode | undefined {
  const missing = missingItems(scores);
  return missing.find((code) => itemCodes.indexOf(code) > itemCodes.indexOf(after)) ?? missing[0];
}

/** The sheet of one elder: kept on the phone until it is saved, checked before it is sent. */
export function useAssess(elderId: string) {
  const today = dayOf(now());
  const [firstId] = useState(newId);
  const [draft, setDraft, forget] = useDraft(sheetDraft(elderId), { id: firstId, form: emptySheet(today) });
  const { form } = draft;
  const [fromDraft, setFromDraft] = useState(() => Object.keys(form.scores).length > 0);
  const [open, setOpen] = useState<ItemCode | undefined>(() => missingItems(form.scores)[0]);
  const [wrong, setWrong] = useState<Wrong>({});
  const events = useRiskEvents(elderId).items ?? [];
  const set = (changes: Partial<AssessForm>) => setDraft({ ...draft, form: { ...form, ...changes } });

  function refuse(words: Wrong): false {
    setWrong(words);
    setOpen(itemCodes.find((code) => words[`scores.${code}`]));
    toFirstWrong();
    return false;
  }

  return {
    form,
    set,
    wrong,
    events: riskEventsUntil(events, form.day),
    result: preview(form, events),
    /** The one item whose scores lie open. */
    open,
    setOpen,
    score(code: ItemCode, score: number) {
      const scores = { ...form.scores, [code]: score };
      set({ scores });
      setOpen(nextMissing(scores, code));
    },
    fromDraft,
    dropDraft() {
      setDraft({ id: newId(), form: emptySheet(today) });
      forget();
      setFromDraft(false);
      setWrong({});
      setOpen(itemCodes[0]);
    },
    /** True once it is saved; false when something is wrong or she wants to look again. Throws other refusals. */
    async save(): Promise<boolean> {
      const checked = checkSheet(form, elderId, draft.id);
      if ('wrong' in checked) return refuse(checked.wrong);
      setWrong({});
      const said = preview(form, events)?.words.join('') ?? '';
      if (!(await confirm({ title: w.saveTitle, words: said, yes: w.save }))) return false;
      try {
        await api.bedside.addAssessment(checked.sent);
      } catch (error) {
        if (!(error instanceof Refusal) || !error.fields?.length) throw error;
        return refuse(Object.fromEntries(error.fields.map(({ field, words }) => [field, words])));
      }
      forget();
      await bedsideChanged();
      return true;
    },
  };
}

export type Assess = ReturnType<typeof useAssess>;
