import { type Kind, type KindRow, kinds } from '@wubian/shared/companion/kinds.ts';
import { AskInput } from '@wubian/shared/companion/schema.ts';
import { Refusal, type RefusalCode } from '@wubian/shared/refusals.ts';
import type * as z from 'zod';
import { wordsByField } from '../../words-by-field.ts';
import type { Task } from '../types.ts';
import { askingWords as say } from './words.ts';

export type Ask = z.output<typeof AskInput>;

/** The half-filled request; what was not chosen yet is undefined. */
export interface AskDraft {
  /** Made with the draft, so that a second try is the same request. */
  id: string;
  elderId?: string | undefined;
  kind?: Kind | undefined;
  part: boolean;
  window?: { from: string; to: string } | undefined;
  bring: string;
  doorOpener: Ask['doorOpener'];
  doorNote: string;
}

export const emptyAsk = (id: string, elderId?: string): AskDraft => ({
  id,
  elderId,
  part: false,
  bring: '',
  doorOpener: 'self',
  doorNote: '',
});

/** The same help once more, at another time. */
export const askLike = (task: Task, id: string): AskDraft => ({
  ...emptyAsk(id, task.elder.id),
  kind: task.kind,
  part: task.part,
  bring: task.bring,
  doorOpener: task.place.doorOpener ?? 'self',
});

/** A kept draft may be days old: a time that is over is to be chosen anew. */
export const windowAhead = ({ window }: AskDraft, nowMs: number): AskDraft['window'] =>
  window && Date.parse(window.to) > nowMs ? window : undefined;

/** The special part of a kind that may be asked for besides, if it has one. */
export const partOf = (kind: Kind | undefined): KindRow['part'] => (kind ? (kinds[kind] as KindRow).part : undefined);

/** What to send, or what is wrong with which field; the shared schema decides. */
export function checkAsk(draft: AskDraft): { input: Ask } | { wrong: Record<string, string> } {
  const checked = AskInput.safeParse({ ...draft, part: draft.part && partOf(draft.kind) !== undefined });
  return checked.success ? { input: checked.data } : { wrong: wordsByField(checked.error.issues, say.need) };
}

const fieldOfCode: Partial<Record<RefusalCode, string>> = {
  window_past: 'window',
  kind_not_offered: 'kind',
  elder_not_found: 'elderId',
  grant_needed: 'elderId',
};

/** Where the server's no belongs on the form; empty when it is about no field. */
export function wrongByRefusal(refused: unknown): Record<string, string> {
  if (!(refused instanceof Refusal)) return {};
  const field = fieldOfCode[refused.code];
  const named = (refused.fields ?? []).map((one) => [one.field.split('.')[0] ?? '', one.words] as const);
  return { ...(field && { [field]: refused.message }), ...Object.fromEntries(named) };
}
