import type { registry } from '@wubian/shared/registry/contract.ts';
import { type DataFault, dataFaultNames, dataFaults } from '@wubian/shared/registry/quality.ts';
import { reaches } from '../charges.ts';
import type { Handler } from '../handler.ts';
import { staleBefore } from './around.ts';
import { answering } from './charges-of-elders.ts';
import { isInScope, scopeOf } from './scope.ts';
import { stewardWords } from './steward-words.ts';
import type { StewardRoom as Room } from './stewardship.ts';

type Faults = Record<DataFault, number>;
const faultsBy = (count: (fault: DataFault) => number): Faults =>
  Object.fromEntries(dataFaultNames.map((fault) => [fault, count(fault)])) as Faults;
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** How many elders of each community have a worker who has no role there any more. */
async function orphansBy({ steward, accounts }: Room, streetId: string): Promise<Map<string, number>> {
  const [shares, holders] = await Promise.all([steward.shares(streetId), accounts.holders(streetId, answering)]);
  const lost = new Map<string, number>();
  for (const { accountId, communityId, elders } of shares) {
    const hers = holders.filter((one) => one.accountId === accountId);
    if (!reaches(hers, answering, communityId)) lost.set(communityId, (lost.get(communityId) ?? 0) + elders);
  }
  return lost;
}

/** Communities by faults; each number leads to the list that holds these files. */
export const showQuality =
  (room: Room): Handler<typeof registry.qualityBoard> =>
  async (actor) => {
    const { streetId } = actor;
    const scope = scopeOf(actor);
    const street = await room.streets.street(streetId);
    const communities = street.communities.filter(({ id }) => isInScope(scope, { streetId, communityId: id }));
    const [stale, orphans, twins, staleAfterMonths, ...counted] = await Promise.all([
      staleBefore(room, streetId).then((before) => room.steward.stale(streetId, before)),
      orphansBy(room, streetId),
      room.twins.counts(scope),
      room.streets.parameter(streetId, 'staleAfterMonths'),
      ...communities.map(({ id }) => room.steward.counts(streetId, id)),
    ]);
    const rows = communities.map(({ id, name }, i) => ({
      communityId: id,
      name,
      elders: counted[i]!.elders,
      faults: faultsBy((fault) => (fault === 'stale' ? (stale.get(id) ?? 0) : counted[i]!.faults.get(fault)!)),
      orphans: orphans.get(id) ?? 0,
      twins: twins.byCommunity.get(id) ?? 0,
    }));
    const all = {
      communityId: null,
      name: stewardWords.street,
      elders: sum(rows.map(({ elders }) => elders)),
      faults: faultsBy((fault) => sum(rows.map(({ faults }) => faults[fault]))),
      orphans: sum(rows.map((row) => row.orphans)),
      twins: twins.all,
    };
    return {
      faults: dataFaultNames.map((fault) => ({ fault, label: dataFaults[fault] })),
      rows: rows.length > 1 ? [all, ...rows] : rows,
      staleAfterMonths,
    };
  };
