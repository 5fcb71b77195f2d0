import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import type { Handler } from '../../handler.ts';
import { communityOf, estateOf, type Street } from '../../streets/index.ts';
import { communitiesOf, lookAt } from './area.ts';
import { pageOf, readPlace } from './cursor.ts';
import type { Deps } from './deps.ts';
import { type Counts, noCounts } from './list.store.ts';
import { presentHead, presentRow } from './present.ts';

type Counted = Awaited<ReturnType<Deps['lists']['count']>>;

/** Counts by a key of theirs, and all together. */
export function addUp(counted: Counted, keyOf: (one: Counted[number]['_id']) => string) {
  const groups = new Map<string, Counts>();
  const all = noCounts();
  for (const { _id, n } of counted) {
    const key = keyOf(_id);
    const group = groups.get(key) ?? noCounts();
    groups.set(key, group);
    for (const one of [group, all]) {
      one[_id.state] += n;
      one.all += n;
    }
  }
  return { groups, all };
}

const joinBuilding = (estateId = '', building = ''): string => `${estateId}/${building}`;
/** The estate and building of a place in `buildings`. */
export const readBuilding = (key: string) => ({
  estateId: key.split('/')[0]!,
  building: key.split('/').slice(1).join('/'),
});

const nameOfBuilding = (street: Street, key: string): string => {
  const { estateId, building } = readBuilding(key);
  return `${estateOf(street, estateId)?.estate.name ?? ''}${building}`;
};

/** The roll-calls of the actor's area, the newest first. */
export const listRollCalls =
  (deps: Deps): Handler<typeof rollCallEndpoints.rollCalls> =>
  async (actor, { limit, cursor }) => {
    const { streetId } = actor;
    const street = await deps.streets.street(streetId);
    const reach = communitiesOf(actor, street);
    const found = await deps.calls.page(streetId, reach, limit + 1, readPlace(cursor));
    const { items, next } = pageOf(found, limit, ({ _id, startedAt }) => ({ id: _id, at: startedAt }));
    const heads = items.map(async (call) => {
      const { all } = addUp(await deps.lists.count(streetId, call._id, reach), () => '');
      return presentHead(call, street, all);
    });
    return { items: await Promise.all(heads), next };
  };

/** How a roll-call stands: by community, and by the buildings of one. */
export const showRollCall =
  (deps: Deps): Handler<typeof rollCallEndpoints.rollCall> =>
  async (actor, { rollCallId, communityId }) => {
    const { call, street, area, isWhole } = await lookAt(deps, actor, rollCallId);
    const { streetId, _id, phase } = call;
    const [counted, inside] = await Promise.all([
      deps.lists.count(streetId, _id, area),
      communityId && area.includes(communityId) ? deps.lists.count(streetId, _id, [communityId], true) : [],
    ]);
    const { groups, all } = addUp(counted, (one) => one.communityId);
    const buildings = addUp(inside, ({ estateId, building }) => joinBuilding(estateId, building)).groups;
    const isOpen = phase !== 'closing' && phase !== 'closed';
    return {
      ...presentHead(call, street, all),
      communities: area.map((id) => ({
        ...{ id, name: communityOf(street, id)?.name ?? '', counts: groups.get(id) ?? noCounts() },
      })),
      buildings: [...buildings]
        .map(([id, counts]) => ({ id, name: nameOfBuilding(street, id), counts }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true })),
      can: { remind: isWhole && phase === 'running', close: isWhole && isOpen },
    };
  };

/** The rows of one pile, in the order of their ids. */
export const listRows =
  (deps: Deps): Handler<typeof rollCallEndpoints.rollCallRows> =>
  async (actor, { rollCallId, pile, communityId, building, limit, cursor }) => {
    const { call, street, area } = await lookAt(deps, actor, rollCallId);
    const { streetId, _id } = call;
    const states = {
      all: {},
      left: { state: { $in: ['waiting' as const, 'onTheWay' as const, 'notReached' as const] } },
      uncovered: { planned: true, callers: { $size: 0 } },
    };
    const found = await deps.rows.page(
      {
        ...{ streetId, rollCallId: _id },
        communityId: { $in: communityId ? area.filter((id) => id === communityId) : area },
        ...(building && readBuilding(building)),
        ...(pile === 'all' || pile === 'left' || pile === 'uncovered' ? states[pile] : { state: pile }),
      },
      limit + 1,
      cursor && `${_id}:${cursor}`,
    );
    const items = found.slice(0, limit);
    const ids = items.flatMap(({ callers, step }) => callers[step]?.accountId ?? []);
    const people = await deps.accounts.people([...new Set(ids)]);
    return {
      items: items.map((row) => presentRow(row, street, (accountId) => people.get(accountId)?.phone ?? null)),
      next: found.length > limit ? items.at(-1)!._id.split(':')[1]! : null,
    };
  };
