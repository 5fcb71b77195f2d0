import { categoryLabels } from '@wubian/shared/registry/categories.ts';
import { lifeStatuses } from '@wubian/shared/registry/life.ts';
import { dataFaults } from '@wubian/shared/registry/quality.ts';
import type { DeskFilter } from '../../registry/desk/use-desk.ts';
import { deskWords } from '../../registry/desk/words.ts';
import type { Area } from '../../registry/use-areas.ts';
import { exportWords as w } from '../words.ts';

/** Conditions of the registry's desk in words, one each; empty when there are none. */
export function filterWords(filter: DeskFilter, areas: readonly Area[]): string[] {
  const { q, communityId, gridId, category, holds, risk, responsibleId, fault, status } = filter;
  const community = areas.find(({ id }) => id === communityId)?.name;
  const grid = areas.flatMap(({ grids }) => grids).find(({ id }) => id === gridId)?.name;
  const person = areas.flatMap(({ workers }) => workers).find(({ accountId }) => accountId === responsibleId)?.name;
  const pairs: [string, string | undefined][] = [
    [w.community, communityId && (community ?? '')],
    [w.grid, gridId && (grid ?? '')],
    [w.category, category && `${categoryLabels[category]}${holds === 'unknown' ? w.holdsUnknown : ''}`],
    [w.risk, risk && deskWords.risks[risk]],
    [w.responsible, responsibleId && (person ?? '')],
    [w.fault, fault && dataFaults[fault]],
    [w.status, status && lifeStatuses[status]],
  ];
  return [
    ...(q ? [w.find(q)] : []),
    ...pairs.flatMap(([name, value]) => (value === undefined ? [] : [w.pair(name, value)])),
  ];
}
