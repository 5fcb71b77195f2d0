import type { Output } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { sayField } from '@wubian/shared/registry/say-field.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { checkAreas } from './areas.ts';
import { changedFields, type StoredElder } from './elder-form.ts';
import { namesFor } from './elder-names.ts';
import type { Facts } from './elder-seal.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

type Item = Output<typeof registry.assignElders>['items'][number];
type To = { responsibleId: string | null } | { communityId: string; gridId: string | null };

const applied = (facts: Facts, to: To): Facts =>
  'responsibleId' in to
    ? { ...facts, responsibleId: to.responsibleId }
    : { ...facts, address: { ...facts.address, gridId: to.gridId } };

/** Throws `worker_unfit` unless the person works in the elder's community. */
async function checkWorker({ accounts }: Room, actor: Actor, to: To, communityIds: Iterable<string>): Promise<void> {
  if (!('responsibleId' in to) || to.responsibleId === null) return;
  for (const communityId of communityIds) {
    const held = await accounts.holders(actor.streetId, ['gridWorker', 'communityHead'], communityId);
    if (!held.some(({ accountId }) => accountId === to.responsibleId)) throw new Refusal('worker_unfit');
  }
}

/**
 * Gives many files a responsible worker or a grid, each as a change of its own with the same reason; `dry` shows what
 * would become of each and writes nothing. A file changed by somebody meanwhile is left and named.
 */
export const assignElders =
  (room: Room): Handler<typeof registry.assignElders> =>
  async (actor, { elderIds, to, why, dry }, call) => {
    const { elders, streets, accounts, now } = room;
    const scope = scopeOf(actor);
    const street = await streets.street(actor.streetId);
    const files = await Promise.all([...new Set(elderIds)].map((id) => elders.byId(scope, id)));
    const found = files.filter((elder) => elder !== null);
    await checkWorker(room, actor, to, new Set(found.map(({ facts }) => facts.address.communityId)));
    const people = 'responsibleId' in to ? [to.responsibleId, ...found.map(({ facts }) => facts.responsibleId)] : [];
    const names = await namesFor(accounts, street, people);
    const say = ({ responsibleId, address }: Facts): string => {
      if ('responsibleId' in to) return sayField('responsibleId', responsibleId, names, true) || words.nobody;
      return address.gridId ? names.grid(address.gridId) : words.nobody;
    };
    if (!dry) call.about({ elderIds: found.map(({ id }) => id), reason: why });

    const assign = async (elder: StoredElder): Promise<Item> => {
      const facts = applied(elder.facts, to);
      const item = { elderId: elder.id, name: facts.name, before: say(elder.facts), after: say(facts), words: '' };
      if ('gridId' in to && elder.facts.address.communityId !== to.communityId)
        return { ...item, after: item.before, result: 'refused', words: words.otherCommunity };
      const fields = changedFields(elder.facts, facts);
      if (!fields.length) return { ...item, result: 'same', words: words.sameAlready };
      if (elder.status === 'dead' || elder.status === 'merged')
        return { ...item, result: 'refused', words: words.closedFile };
      if (elder.merging) return { ...item, result: 'refused', words: words.merging };
      checkAreas(street, scope, facts.address);
      if (dry) return { ...item, result: 'will' };
      const write = { from: elder.version, by: actor.accountId, at: now(), why, source: 'form' as const, fields };
      const changed = await elders.change(elder, facts, write);
      return changed === 'changed'
        ? { ...item, result: 'done' }
        : { ...item, result: 'refused', words: words.changedMeanwhile };
    };

    const items: Item[] = [];
    for (const elder of found) items.push(await assign(elder));
    return { items, unreached: files.length - found.length };
  };
