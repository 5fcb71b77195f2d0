import type { Scores } from '@wubian/shared/bedside/ability.ts';
import { itemCodes, maxOf } from '@wubian/shared/bedside/ability-items.ts';
import type { bedside } from '@wubian/shared/bedside/contract.ts';
import type { Input } from '@wubian/shared/endpoint.ts';
import { aRandomId } from './elder-facts.ts';

/** The full 90. */
export const wellScores = Object.fromEntries(itemCodes.map((code) => [code, maxOf(code)])) as Scores;

/** A whole sheet with this total: points are taken away item by item from the end. */
export function scoring(total: number): Scores {
  const scores = { ...wellScores };
  let over = 90 - total;
  for (const code of [...itemCodes].reverse()) {
    const less = Math.min(over, scores[code]);
    scores[code] -= less;
    over -= less;
  }
  return scores;
}

export type AssessmentSent = Input<typeof bedside.addAssessment>;

/** A first assessment of 58 points (level 2), unless told otherwise. */
export const anAssessment = (
  elderId: string,
  { total = 58, ...given }: Partial<AssessmentSent> & { total?: number } = {},
): AssessmentSent => ({
  elderId,
  id: aRandomId(),
  day: '2026-04-20',
  reason: 'first',
  scores: scoring(total),
  coma: false,
  dementia: false,
  mentalDisorder: false,
  assessors: ['赵评估', '钱评估'],
  organisation: '友谊路街评估站',
  informant: '女儿',
  ...given,
});
