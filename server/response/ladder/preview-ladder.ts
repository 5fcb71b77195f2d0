import { rungAt, type Target, targets } from '@wubian/shared/response/ladder.ts';
import type { ladderEndpoints } from '@wubian/shared/response/ladder-contract.ts';
import type { AccountsDoor } from '../../accounts/door.ts';
import type { Clock } from '../../clock.ts';
import type { Handler } from '../../handler.ts';
import type { Streets } from '../../streets/index.ts';
import type { RosterDoor } from '../roster/index.ts';

interface LadderParts {
  accounts: Pick<AccountsDoor, 'holders' | 'people'>;
  roster: RosterDoor;
  streets: Pick<Streets, 'street'>;
  clock: Clock;
}

/** How many communities stand as examples. */
const samples = 2;

/** Who stands behind a word in a community now; null: each elder's own file says. */
async function namesOf(
  { accounts, roster }: LadderParts,
  target: Target,
  at: Date,
  place: { streetId: string; communityId: string },
): Promise<string[] | null> {
  const { streetId, communityId } = place;
  if (target === 'onDuty') return (await roster.onDuty(streetId, communityId, at)).map(({ name }) => name);
  if (target === 'dutyLeader') return (await roster.leaders(streetId, at)).map(({ name }) => name);
  if (target !== 'communityHead') return null;
  const held = await accounts.holders(streetId, ['communityHead'], communityId);
  const people = await accounts.people(held.map(({ accountId }) => accountId));
  return [...people.values()].map(({ name }) => name);
}

/** Who would be called now, step by step, in the first communities of the street. Nothing is stored or sent. */
export const previewLadder =
  (parts: LadderParts): Handler<typeof ladderEndpoints.ladderPreview> =>
  async ({ streetId }, { ladder }) => {
    const at = parts.clock();
    const street = await parts.streets.street(streetId);
    const communities = street.communities.slice(0, samples).map(async ({ id, name }) => {
      const place = { streetId, communityId: id };
      const wanted = new Set([...ladder.rungs, ladder.loop].flatMap(({ call }) => call));
      const found = new Map<Target, string[] | null>();
      for (const target of wanted) found.set(target, await namesOf(parts, target, at, place));
      let second = 0;
      const steps = [...ladder.rungs, ladder.loop].map((_, index) => {
        const { call, wait } = rungAt(ladder, index);
        const called = call.map((target) => ({ target, label: targets[target], names: found.get(target) ?? null }));
        const step = { second, loop: index === ladder.rungs.length, called };
        second += wait;
        return { ...step, empty: !called.some(({ names }) => names?.length) };
      });
      return { communityId: id, name, steps };
    });
    return { at: at.toISOString(), communities: await Promise.all(communities) };
  };
