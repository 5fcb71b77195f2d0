import type { Input } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { registry } from '@wubian/shared/registry/contract.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import { wordsByField } from '../words-by-field.ts';
import { registryWords as say } from './words.ts';

type AskGrant = Input<typeof registry.askGrant>;
export type Until = keyof typeof say.untilLabels;
export type Relation = AskGrant['relation'];
export type Scope = AskGrant['scopes'][number];

/** The half-filled form; what was not chosen yet is undefined. */
export interface GrantDraft {
  /** Made with the draft, so that a second try is the same request. */
  id: string;
  streetId?: string | undefined;
  communityId?: string | undefined;
  elderName: string;
  elderPhone: string;
  relation?: Relation | undefined;
  scopes: Scope[];
  until: Until;
}

export const emptyGrant = (id: string, relation?: Relation): GrantDraft => ({
  id,
  elderName: '',
  elderPhone: '',
  relation,
  scopes: ['see', 'ask', 'confirm'],
  until: 'year',
});

const days: Record<Until, number> = { quarter: 91, half: 182, year: 365, three: 3 * 365 };

/** The last day of a grant asked for now, in the street's time. */
export const untilDay = (until: Until, nowMs: number): string => addDays(dayOf(nowMs), days[until]);

const missing = {
  streetId: say.needStreet,
  communityId: say.needCommunity,
  elderName: say.needName,
  elderPhone: say.needPhone,
  relation: say.needRelation,
  scopes: say.needScopes,
};

/** What to send, or what is wrong with which field; the shared schema decides. */
export function checkGrant(draft: GrantDraft, nowMs: number): { input: AskGrant } | { wrong: Record<string, string> } {
  const checked = registry.askGrant.input.safeParse({
    ...draft,
    elderPhone: draft.elderPhone.trim() || null,
    until: untilDay(draft.until, nowMs),
  });
  return checked.success ? { input: checked.data } : { wrong: wordsByField(checked.error.issues, missing) };
}

/** Where the server's no belongs on the form; empty when it is about no field. */
export const wrongOf = (refused: unknown): Record<string, string> =>
  refused instanceof Refusal ? Object.fromEntries((refused.fields ?? []).map((one) => [one.field, one.words])) : {};
