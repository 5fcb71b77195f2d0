import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { GrantScope, type registry } from '@wubian/shared/registry/contract.ts';
import { addDays, dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { communityOf } from '../streets/index.ts';
import { followNow } from './follow-grant.ts';
import { presentGrant } from './grant.presenter.ts';
import type { NewGrant, StoredGrant } from './grant.store.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

const mostYears = 2;
/** How many askings of one person may wait at a time. */
const mostWaiting = 10;

/** Throws `bad_input` unless the last day is between tomorrow and two years from `today`; all YYYY-MM-DD. */
function checkUntil(until: string, today: string): void {
  if (until < addDays(today, 1)) throw badField('until', words.untilTooSoon);
  const last = String(Number(today.slice(0, 4)) + mostYears) + today.slice(4);
  if (until > last) throw badField('until', words.untilTooLate);
}

const isSame = (grant: StoredGrant, wanted: NewGrant): boolean =>
  (['askerId', 'streetId', 'communityId', 'typedName', 'relation', 'until'] as const).every(
    (field) => grant[field] === wanted[field],
  ) && grant.scopes.join() === wanted.scopes.join();

/**
 * Asks to act for an old person, or to be tied to one's own file. The answer is the same whether or not a file was
 * found, so that nobody can learn here who is in the registry.
 */
export const askGrant =
  (room: Room): Handler<typeof registry.askGrant> =>
  async (caller, { id, streetId, communityId, elderName, elderPhone, relation, scopes, until }) => {
    const { elders, grants, streets, now } = room;
    const street = await streets.find(streetId);
    if (!street || !communityOf(street, communityId)) throw new Refusal('area_unknown');
    const wanted: NewGrant = {
      id,
      streetId,
      communityId,
      askerId: caller.accountId,
      relation,
      scopes: GrantScope.options.filter((scope) => scopes.includes(scope)),
      until,
      typedName: elderName,
      elderId: null,
      askedAt: now(),
    };
    const known = await grants.byId(id);
    if (known && !isSame(known, wanted)) throw new Refusal('id_taken');
    if (known) return presentGrant(room, caller, known);

    checkUntil(until, dayOf(now()));
    if (!caller.name) throw new Refusal('not_allowed', { words: words.nameFirst });
    if ((await grants.countAsked(caller.accountId)) >= mostWaiting)
      throw new Refusal('too_many_tries', { words: words.tooManyAsks });

    const elderId = await elders.match(streetId, communityId, elderName, elderPhone);
    // Someone who has a grant over this file already must not learn by a refusal that the file was found:
    // this asking then waits without a file, and a worker sees to it.
    const added = (await grants.add({ ...wanted, elderId })) || (await grants.add(wanted));
    const grant = await grants.byId(id);
    if (!grant || !isSame(grant, wanted)) throw new Refusal('id_taken');
    if (added) await followNow(room, grant);
    return presentGrant(room, caller, grant);
  };
