import { isLeft, reasons } from '@wubian/shared/response/rollcall/labels.ts';
import type { Charge, Charges } from '../../charges.ts';
import type { Deps } from './deps.ts';
import { answeringRole } from './helpers.ts';
import { hint } from './hint.ts';
import { messageTo, saidOf } from './messages.ts';
import { placeOf } from './present.ts';
import { askedNow, type By, type StoredRow } from './stored.ts';
import { words } from './words.ts';

/** Elders of a running roll-call about whom somebody is asked now: given to another, or to the next in turn. */
export function chargeOfRows(deps: Deps): Charges {
  const askedOf = async (streetId: string, accountId: string): Promise<StoredRow[]> =>
    (await deps.rows.askedOf(streetId, accountId)).filter(
      (row) => isLeft(row.state) && askedNow(row)?.accountId === accountId,
    );
  return {
    kind: 'rollCalls',
    async of({ streetId, accountId, stays, ends }) {
      if (ends.length === 0) return [];
      const [rows, street] = await Promise.all([askedOf(streetId, accountId), deps.streets.street(streetId)]);
      const lost = rows.filter((row) => !answeringRole(stays, row.communityId));
      const charges = lost.map(async (row): Promise<Charge> => {
        const call = await deps.calls.byId(streetId, row.rollCallId);
        return {
          ...{ kind: 'rollCalls', id: row._id, elderId: row.elderId, communityId: row.communityId },
          title: `${row.elderName}，${words.charge(call ? reasons[call.reason].label : '')}`,
          note: placeOf(row, street),
        };
      });
      return Promise.all(charges);
    },
    async passOn({ streetId, accountId }, { id }, { id: cause, to, by, at, dry }) {
      const row = await deps.rows.byId(streetId, id);
      const call = row && (await deps.calls.byId(streetId, row.rollCallId));
      if (!call || !row.open || !isLeft(row.state) || askedNow(row)?.accountId !== accountId) return null;
      const role = to && answeringRole(to.roles, row.communityId);
      if (to && !role) return words.unfit;
      if (dry) return null;
      const hand: By = { accountId: by.accountId, name: by.name, role: by.role, relation: '' };
      const heir = to && role ? { accountId: to.accountId, name: to.name, role } : null;
      if (heir) {
        const message = { cause: `given:${cause}`, body: words.next(saidOf(call)), at };
        await deps.notices.send([messageTo(call, { ...heir, phone: to!.phone }, message)]);
      }
      // Nobody in particular: the clock asks the next in turn at once.
      const change = heir ? deps.rows.replaced(row, heir) : row.state === 'notReached' ? {} : { deadline: at };
      const moved = await deps.rows.move(row, { kind: 'handOver', by: hand, at }, change);
      if (!moved) return words.changed;
      hint(deps, moved);
      deps.poke();
      return null;
    },
  };
}
