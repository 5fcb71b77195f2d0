import type { Role } from '@wubian/shared/roles.ts';
import { type Charge, type Charges, type HandingOver, type Leaving, reaches } from '../charges.ts';
import type { Facts } from './elder-seal.ts';
import type { Room } from './room.ts';
import { wholeStreet } from './scope.ts';
import type { StewardStore } from './steward.store.ts';
import { stewardWords } from './steward-words.ts';

type Parts = Pick<Room, 'elders' | 'accounts'> & { steward: StewardStore };

/** Whoever may answer for an elder (包联人). */
export const answering: readonly Role[] = ['gridWorker', 'communityHead'];
const mostTries = 5;

/** Writes a file as `turn` makes it; somebody else's edit at the same moment is kept. Null when it is done. */
async function rewrite(
  { elders }: Parts,
  streetId: string,
  elderId: string,
  { by, at, why, id: cause }: HandingOver,
  field: 'responsibleId' | 'keyHolders',
  turn: (facts: Facts) => Facts | null,
): Promise<string | null> {
  for (let tries = 0; tries < mostTries; tries++) {
    const elder = await elders.byId(wholeStreet(streetId), elderId);
    const facts = elder && turn(elder.facts);
    if (!elder || !facts) return null;
    if (elder.merging) return stewardWords.merging;
    const write = {
      from: elder.version,
      by: by.accountId,
      at,
      why,
      source: 'handover' as const,
      cause,
      fields: [field],
    };
    if ((await elders.change(elder, facts, write)) === 'changed') return null;
  }
  return stewardWords.busy;
}

/** Elders for whom somebody answers by name. */
export function chargeOfElders(parts: Parts): Charges {
  const { steward, accounts } = parts;
  return {
    kind: 'elders',
    async of({ streetId, accountId, stays }: Leaving): Promise<Charge[]> {
      const found = await steward.ofWorker(streetId, accountId);
      return found.flatMap(({ id, name, communityId }) =>
        reaches(stays, answering, communityId)
          ? []
          : [{ kind: 'elders' as const, id, elderId: id, communityId, title: name, note: '' }],
      );
    },
    async passOn({ streetId, accountId }, { id, communityId }, handing) {
      const { to, dry } = handing;
      if (!to) return stewardWords.needsSuccessor;
      if (!reaches(to.roles, answering, communityId!)) return stewardWords.outOfArea;
      if (dry) return null;
      return rewrite(parts, streetId, id, handing, 'responsibleId', (facts) =>
        facts.responsibleId === accountId ? { ...facts, responsibleId: to.accountId } : null,
      );
    },
    async orphans(streetId, limit) {
      const [shares, holders] = await Promise.all([steward.shares(streetId), accounts.holders(streetId, answering)]);
      const lost = shares.filter(
        ({ accountId, communityId }) =>
          !reaches(
            holders.filter((one) => one.accountId === accountId),
            answering,
            communityId,
          ),
      );
      const found = await Promise.all(
        lost.slice(0, limit).map(async ({ accountId, communityId }) => {
          const elders = await steward.ofWorker(streetId, accountId, communityId, limit);
          return elders.map(({ id, name }) => ({
            ...{ kind: 'elders' as const, id, elderId: id, communityId, title: name, note: '', accountId },
          }));
        }),
      );
      return found.flat().slice(0, limit);
    },
  };
}

/** Keys to old people's doors: known by the phone of who keeps them, handed over by hand and ticked. */
export function chargeOfKeys(parts: Parts, isGiven: (handing: HandingOver, elderId: string) => boolean): Charges {
  const { steward, accounts } = parts;
  const phoneOf = async (accountId: string) => (await accounts.people([accountId])).get(accountId)?.phone ?? null;
  return {
    kind: 'keys',
    async of({ streetId, accountId, stays }) {
      const phone = await phoneOf(accountId);
      if (phone === null || stays.some(({ role }) => role !== 'resident' && role !== 'family')) return [];
      const found = await steward.keysOf(streetId, phone);
      return found.map(({ id, name, communityId }) => ({
        ...{ kind: 'keys' as const, id, elderId: id, communityId, title: name, note: stewardWords.keyNote },
      }));
    },
    async passOn({ streetId, accountId }, { id }, handing) {
      const { to, dry } = handing;
      if (!isGiven(handing, id)) return stewardWords.tickKey;
      const successor = to?.phone ? { name: to.name, relation: stewardWords.keyRelation, phone: to.phone } : null;
      if (!successor) return stewardWords.keyNeedsSuccessor;
      if (dry) return null;
      const phone = await phoneOf(accountId);
      return rewrite(parts, streetId, id, handing, 'keyHolders', (facts) => {
        if (!facts.keyHolders.some((holder) => holder.phone === phone)) return null;
        const others = facts.keyHolders.filter((holder) => holder.phone !== phone && holder.phone !== successor.phone);
        return { ...facts, keyHolders: [...others, successor] };
      });
    },
  };
}
