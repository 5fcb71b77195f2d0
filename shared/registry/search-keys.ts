import { type CategoryFacts, categoryViews, deriveCategories } from './categories.ts';
import type { LifeStatus } from './life.ts';
import type { DataFault } from './quality.ts';
import { riskOn } from './risk.ts';

/** What the search keys of a file are made from. */
export interface KeyFacts extends CategoryFacts {
  responsibleId: string | null;
  gridId: string | null;
  hasPoint: boolean;
  contactCount: number;
}

/** The faults of a file that lie in the file itself; `stale` depends on the day and is asked for by date. */
export function faultsOf(facts: KeyFacts, day: string): DataFault[] {
  const listed = deriveCategories(facts, day, categoryViews.streetSix.keys);
  const isUnknown = listed.some(({ holds }) => holds === 'unknown');
  const faults: [DataFault, boolean][] = [
    ['noResponsible', facts.responsibleId === null],
    ['noContact', facts.contactCount === 0],
    ['noGrid', facts.gridId === null],
    ['categoryUnknown', isUnknown],
    ['noPoint', !facts.hasPoint],
  ];
  return faults.flatMap(([fault, is]) => (is ? [fault] : []));
}

/**
 * The words by which a file is found through one index: what holds, what is unknown, risk, faults, status, worker and
 * grid. Answers of the rules as of `day` (YYYY-MM-DD): an index to look in, never a source; a job renews those that a
 * birthday changes.
 */
export function searchKeys(facts: KeyFacts, status: LifeStatus, day: string): string[] {
  const held = deriveCategories(facts, day).flatMap(({ category, holds }) =>
    holds === 'no' ? [] : [`${holds}:${category}`],
  );
  return [
    ...held,
    `risk:${riskOn(facts, day).colour}`,
    ...faultsOf(facts, day).map((fault) => `fault:${fault}`),
    `status:${status}`,
    ...(facts.responsibleId ? [`worker:${facts.responsibleId}`] : []),
    ...(facts.gridId ? [`grid:${facts.gridId}`] : []),
  ];
}
