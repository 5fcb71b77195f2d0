import { type Assessed, assess, missingItems, type Scores } from '@wubian/shared/bedside/ability.ts';
import { bedside } from '@wubian/shared/bedside/contract.ts';
import type { AssessReason } from '@wubian/shared/bedside/reasons.ts';
import { type CareEvent, riskEventsUntil } from '@wubian/shared/bedside/risk-events.ts';
import type * as z from 'zod';
import { dayTyped } from '../registry/elders/elder-form.ts';
import { words } from '../words.ts';
import { assessWords as w } from './words.ts';

type Sent = z.output<typeof bedside.addAssessment.input>;

/** A sheet as it stands in the form. */
export interface AssessForm {
  scores: Partial<Scores>;
  coma: boolean;
  dementia: boolean;
  mentalDisorder: boolean;
  declared: string;
  day: string;
  reason: '' | AssessReason;
  first: string;
  second: string;
  organisation: string;
  informant: string;
  note: string;
}

/** An empty sheet of `today`, YYYY-MM-DD. */
export const emptySheet = (today: string): AssessForm => ({
  scores: {},
  coma: false,
  dementia: false,
  mentalDisorder: false,
  declared: '',
  day: today,
  reason: '',
  first: '',
  second: '',
  organisation: '',
  informant: '',
  note: '',
});

const countOf = (typed: string): number => (typed.trim() === '' ? 0 : Number(typed));

/** What is wrong by the contract's own words; those of choices and names that the schema knows only as missing. */
const needs: Record<string, string> = {
  reason: w.cause(w.reason),
  day: `${w.cause(w.day)}，${w.dayHint}`,
  declaredRiskEvents: '请填 0 到 30 的整数',
};

export type Wrong = Readonly<Record<string, string>>;

/** Checks the sheet by the contract: what is to be sent, or what is wrong by dotted path. */
export function checkSheet(form: AssessForm, elderId: string, id: string): { sent: Sent } | { wrong: Wrong } {
  const { scores, coma, dementia, mentalDisorder, declared, reason, first, second, organisation, informant, note } =
    form;
  const result = bedside.addAssessment.input.safeParse({
    ...{ elderId, id, scores, coma, dementia, mentalDisorder, organisation, informant, note },
    day: dayTyped(form.day),
    reason: reason || undefined,
    declaredRiskEvents: countOf(declared),
    assessors: [first, second],
  });
  if (result.success) return { sent: result.data };
  const wrong: Record<string, string> = {};
  for (const { path, message } of result.error.issues) {
    const field = path.join('.');
    wrong[field] ??= needs[field] ?? (/[\u4e00-\u9fff]/.test(message) ? message : words.pleaseChoose);
  }
  return { wrong };
}

/** What the sheet comes to with the events of the log; undefined while items are missing. */
export function preview(form: AssessForm, events: readonly CareEvent[]): Assessed | undefined {
  const { scores, coma, dementia, mentalDisorder } = form;
  if (missingItems(scores).length) return undefined;
  const riskEvents30d = riskEventsUntil(events, dayTyped(form.day)).length + (countOf(form.declared) || 0);
  return assess({ scores: scores as Scores, coma, dementia, mentalDisorder, riskEvents30d });
}
