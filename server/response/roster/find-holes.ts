import { findHoles, type Hole, type HoleReason } from '@wubian/shared/response/roster/proof.ts';
import type { Roster } from '@wubian/shared/response/roster/roster.ts';
import type { DutyHole } from '@wubian/shared/response/roster/schema.ts';
import { sayWindow } from '@wubian/shared/time.ts';
import type * as z from 'zod';
import { communityOf, type Street } from '../../streets/index.ts';
import type { Deps } from './deps.ts';
import { type NameOf, staffOf } from './people.ts';

export const leaderPlace = '街道值班领导';

const said: Readonly<Record<HoleReason, string>> = {
  nobody: '没有排人',
  onLeave: '请假，没有人顶',
  gone: '已没有这里的身份',
  unreachable: '联系不上（要能收消息，也要能打电话）',
  doubleBooked: '同时排在别的社区',
};

/** The stretches of [from, to) in which these places have nobody to count on. */
export async function holesOf(
  deps: Pick<Deps, 'accounts' | 'reach'>,
  streetId: string,
  roster: Roster,
  { places, from, to }: { places: readonly (string | null)[]; from: Date; to: Date },
): Promise<Hole[]> {
  const staff = await staffOf(deps, streetId);
  const reach = await deps.reach(streetId, staff.ids);
  const fits = (accountId: string, place: string | null) => staff.roleIn(accountId, place) !== null;
  return findHoles({ roster, communities: places, from: from.getTime(), to: to.getTime(), fits, reach });
}

/** A hole in words: where, when, why. */
export function presentHole(hole: Hole, street: Street, nameOf: NameOf): z.output<typeof DutyHole> {
  const { communityId, from, to, why } = hole;
  const names = hole.accountIds.map(nameOf);
  const place = communityId === null ? leaderPlace : (communityOf(street, communityId)?.name ?? '');
  return {
    ...{ communityId, communityName: place, why, names },
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    words: `${place} ${sayWindow(from, to)}：${names.join('、')}${said[why]}`,
  };
}
