import { type Charges, reaches } from '../charges.ts';
import { answering } from './charges-of-elders.ts';
import type { Room } from './room.ts';
import { stewardWords } from './steward-words.ts';

/** Families' requests in a community that would have nobody left to answer them. */
export function chargeOfGrants({ grants, accounts }: Pick<Room, 'grants' | 'accounts'>): Charges {
  const communitiesLost = async (streetId: string, accountId: string, mine: readonly string[]) => {
    const holders = (await accounts.holders(streetId, answering)).filter((one) => one.accountId !== accountId);
    return mine.filter((communityId) => !reaches(holders, answering, communityId));
  };
  return {
    kind: 'grants',
    async of({ streetId, accountId, ends, stays }) {
      const mine = ends.flatMap(({ role, communityIds }) => (answering.includes(role) ? communityIds : []));
      const left = [...new Set(mine)].filter((communityId) => !reaches(stays, answering, communityId));
      const lost = await communitiesLost(streetId, accountId, left);
      if (lost.length === 0) return [];
      const asked = await grants.wanted({ scope: { streetId, communityIds: lost } }, ['asked']);
      return asked.map(({ id, elderId, communityId, typedName }) => ({
        ...{ kind: 'grants' as const, id, elderId, communityId, title: typedName, note: stewardWords.grantNote },
      }));
    },
    async passOn(_leaving, { communityId }, { to }) {
      return to && reaches(to.roles, answering, communityId!) ? null : stewardWords.grantNeedsWorker;
    },
  };
}
