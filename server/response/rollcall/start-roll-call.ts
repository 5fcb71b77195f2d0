import { Refusal } from '@wubian/shared/refusals.ts';
import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import { reasons, tiers } from '@wubian/shared/response/rollcall/labels.ts';
import type { Handler } from '../../handler.ts';
import { independentWays } from '../../notices/door.ts';
import { communityOf } from '../../streets/index.ts';
import { communitiesOf } from './area.ts';
import type { Deps } from './deps.ts';
import { helpersOf } from './helpers.ts';

/** What a roll-call would be: whom it asks after, who may be asked, and whom of these no message reaches. */
export const previewRollCall =
  (deps: Deps): Handler<typeof rollCallEndpoints.previewRollCall> =>
  async (actor, { perPerson, ...choice }) => {
    const { streetId } = actor;
    const street = await deps.streets.street(streetId);
    const communityIds = communitiesOf(actor, street, choice.communityIds);
    const [counted, helpers] = await Promise.all([
      deps.registry.chosen.count(streetId, { ...choice, communityIds }),
      helpersOf(deps, streetId, communityIds, deps.clock()),
    ]);
    const people = new Map(helpers.map((one) => [one.accountId, one]));
    const ways = await deps.notices.reach(streetId, [...people.keys()]);
    const counts = Map.groupBy(helpers, ({ tier }) => tier);
    return {
      elders: [...counted.home.values()].reduce((sum, n) => sum + n, 0),
      communities: communityIds.map((id) => ({
        ...{ id, name: communityOf(street, id)?.name ?? '', elders: counted.home.get(id) ?? 0 },
      })),
      away: counted.away,
      people: (['neighbours', 'circles', 'staff'] as const).map((tier) => ({
        label: tier === 'neighbours' ? '好邻居（钥匙保管人另算）' : tiers[tier],
        count: new Set((counts.get(tier) ?? []).map(({ accountId }) => accountId)).size,
      })),
      unreachable: [...people.values()].flatMap(({ accountId, name }) => {
        const reach = ways.get(accountId);
        return reach && independentWays(reach) > 0 ? [] : [name];
      }),
      room: people.size * perPerson,
    };
  };

/** Starts a roll-call: the order is stored at once, its list is written by the leased writer. */
export const startRollCall =
  (deps: Deps): Handler<typeof rollCallEndpoints.startRollCall> =>
  async (actor, { id, choice, ...given }, call) => {
    const { streetId, accountId, name, role } = actor;
    const why = reasons[given.reason].label;
    call.about({ what: given.drill ? '开始点名演练' : '开始点名', reason: why });
    const known = await deps.calls.byId(streetId, id);
    if (known) {
      if (known.startedBy.accountId !== accountId) throw new Refusal('id_taken');
      return { rollCallId: id };
    }
    const street = await deps.streets.street(streetId);
    const communityIds = communitiesOf(actor, street, choice.communityIds);
    const { home } = await deps.registry.chosen.count(streetId, { ...choice, communityIds });
    if (home.size === 0) throw new Refusal('roll_call_empty');
    const at = deps.clock();
    const stored = await deps.calls.insert({
      ...{ _id: id, streetId, communityIds, choice, ...given },
      ...{ startedBy: { accountId, name, role, relation: '' }, startedAt: at },
      ...{ phase: 'listing', listedTo: '', listed: 0, planned: 0, helpers: [] },
      ...{ toldAt: null, remindedAt: null, reminders: [], closedAt: null, closedBy: null, closeReason: '' },
      ...{ workDue: at, workToken: null },
    });
    // Sent twice at once: the other has stored it, or the id lies in another street.
    if (!stored && !(await deps.calls.byId(streetId, id))) throw new Refusal('id_taken');
    deps.poke();
    return { rollCallId: id };
  };
