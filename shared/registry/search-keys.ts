import { type Category, type CategoryFacts, categoryViews, deriveCategories } from './categories.ts';
import { caredFor, type LifeStatus } from './life.ts';
import type { DataFault } from './quality.ts';
import { type RiskColour, riskOn } from './risk.ts';

/** What the search keys of a file are made from. */
export interface KeyFacts extends CategoryFacts {
  communityId: string;
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

/** The words under which a community's files that the street looks after, and those with a fault, are counted. */
export const countKeys = {
  all: (communityId: string): string => `in:${communityId}`,
  fault: (fault: DataFault, communityId: string): string => `fault:${fault}@${communityId}`,
};

/** The word for a category and a risk together: few or none have both where many have either. */
export const pairKey = (holds: 'yes' | 'unknown', category: Category, colour: RiskColour): string =>
  `${holds}:${category}&${colour}`;

/**
 * The words by which a file is found through one index: what holds, what is unknown, each also together with the risk,
 * risk, faults, status, worker and grid. Only files that the street looks after have faults and are counted. Answers of
 * the rules as of `day` (YYYY-MM-DD): an index to look in, never a source; a job renews those that a birthday changes.
 */
export function searchKeys(facts: KeyFacts, status: LifeStatus, day: string): string[] {
  const { colour } = riskOn(facts, day);
  const held = deriveCategories(facts, day).flatMap(({ category, holds }) =>
    holds === 'no' ? [] : [`${holds}:${category}`, pairKey(holds, category, colour)],
  );
  const faults = caredFor.includes(status) ? faultsOf(facts, day) : [];
  return [
    ...held,
    `risk:${colour}`,
    ...faults.flatMap((fault) => [`fault:${fault}`, countKeys.fault(fault, facts.communityId)]),
    ...(caredFor.includes(status) ? [countKeys.all(facts.communityId)] : []),
    `status:${status}`,
    ...(facts.responsibleId ? [`worker:${facts.responsibleId}`] : []),
    ...(facts.gridId ? [`grid:${facts.gridId}`] : []),
  ];
}
