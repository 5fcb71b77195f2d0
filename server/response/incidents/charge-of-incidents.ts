import { statuses } from '@wubian/shared/response/lifecycle.ts';
import type { AccountsDoor } from '../../accounts/door.ts';
import { type Charge, type Charges, reaches } from '../../charges.ts';
import type { IncidentStore } from './incident.store.ts';
import { respondersAfter } from './responders.ts';
import { type By, leaderOf, type StoredIncident } from './stored-incident.ts';

const words = {
  unfit: '接手人不在这个社区，请另选一位',
  changed: '这次求助刚有新的情况，请再试一次',
  left: '离开岗位，交给下一位',
} as const;
const serving = ['gridWorker', 'communityHead', 'streetOffice', 'volunteer', 'neighbour'] as const;

const toCharge = (one: StoredIncident): Charge => ({
  ...{ kind: 'incidents', id: one._id, elderId: one.elderId, communityId: one.communityId },
  ...{ title: one.elderName, note: statuses[one.status] },
});

interface Parts {
  incidents: IncidentStore;
  accounts: Pick<AccountsDoor, 'holders'>;
  poke: () => void;
}

/** Open calls for help that somebody leads: they go to the successor, or back to the ladder, which goes on at once. */
export function chargeOfIncidents({ incidents, accounts, poke }: Parts): Charges {
  const ledBy = async (streetId: string, is: (accountId: string) => boolean): Promise<StoredIncident[]> =>
    (await incidents.openIn(streetId)).filter((one) => {
      const led = leaderOf(one)?.accountId;
      return led !== null && led !== undefined && is(led);
    });

  return {
    kind: 'incidents',
    async of({ streetId, accountId, ends, stays }) {
      const led = await ledBy(streetId, (leader) => leader === accountId);
      return led
        .filter(({ communityId, responders }) => {
          const mine = responders.find((one) => one.accountId === accountId);
          const still = reaches(stays, serving, communityId) || stays.some(({ role }) => role === 'streetOffice');
          return ends.some(({ role }) => role === mine?.role) && !still;
        })
        .map(toCharge);
    },
    async passOn({ streetId, accountId }, { id }, { to, by, at, dry }) {
      const incident = await incidents.byId(streetId, id);
      if (!incident?.open || leaderOf(incident)?.accountId !== accountId) return null;
      const role = to?.roles.find(
        (held) =>
          held.role === 'streetOffice' ||
          ((serving as readonly string[]).includes(held.role) && held.communityIds.includes(incident.communityId)),
      )?.role;
      if (to && !role) return words.unfit;
      if (dry) return null;
      const who: By = { accountId: by.accountId, name: by.name, role: by.role, relation: '' };
      const mine = incident.responders.find((one) => one.accountId === accountId)!;
      const left = respondersAfter(incident, 'standDown', accountId, mine, at);
      if (to) {
        const heir: By = { accountId: to.accountId, name: to.name, role: role!, relation: '' };
        const responders = respondersAfter({ responders: left }, 'takeLead', to.accountId, heir, at);
        const move = incident.status === 'raised' ? ('note' as const) : ('takeLead' as const);
        const moved = await incidents.move(incident, { move, by: heir, at, words: words.left, set: { responders } });
        if (!moved) return words.changed;
      } else if (['acknowledged', 'enRoute', 'cannotEnter'].includes(incident.status)) {
        const move = 'giveBack' as const;
        const moved = await incidents.move(incident, {
          move,
          by: who,
          at,
          words: words.left,
          set: { responders: left },
        });
        if (!moved) return words.changed;
      } else {
        const set = { responders: left };
        const moved = await incidents.move(incident, { move: 'note', by: who, at, words: words.left, set });
        if (!moved) return words.changed;
      }
      poke();
      return null;
    },
    async orphans(streetId, limit) {
      const held = await accounts.holders(streetId, serving);
      const active = new Set(held.map(({ accountId }) => accountId));
      const lost = await ledBy(streetId, (leader) => !active.has(leader));
      return lost.slice(0, limit).map((one) => ({ ...toCharge(one), accountId: leaderOf(one)!.accountId! }));
    },
  };
}
