import { createHash } from 'node:crypto';
import { dayOf, sayDay } from '@wubian/shared/time.ts';
import type { NoticeToTell } from '../../notices/door.ts';
import type { Deps } from './deps.ts';
import { staffOf } from './people.ts';
import type { StoredPlan, StoredPost } from './stored.ts';
import { words } from './words.ts';

export interface Telling {
  /** What makes this telling the same when it is told again. */
  cause: string;
  streetId: string;
  /** The place in whose role they are told; null for the duty leader. */
  place: string | null;
  title: string;
  body: string;
  urgent?: boolean;
}

const idOf = (cause: string, accountId: string): string =>
  `duty:${createHash('sha256').update(`${cause}:${accountId}`).digest('hex').slice(0, 32)}`;

/** Tells people in the role in which they are on duty there; who holds none any more is not told. */
export async function tellPeople(deps: Deps, accountIds: readonly string[], telling: Telling): Promise<void> {
  const { cause, streetId, place, title, body, urgent = false } = telling;
  const staff = await staffOf(deps, streetId);
  const at = deps.clock();
  const notices = [...new Set(accountIds)].flatMap((accountId): NoticeToTell[] => {
    const role = staff.roleIn(accountId, place);
    const leads = { taskId: null, grantId: null, incidentId: null };
    return role ? [{ id: idOf(cause, accountId), streetId, accountId, role, title, body, at, urgent, ...leads }] : [];
  });
  await deps.tell(notices);
}

/** Tells the heads of a community, or the street office for the duty leader's post; `alsoOffice` tells both. */
export async function tellHeads(deps: Deps, telling: Telling, alsoOffice = false): Promise<void> {
  const { streetId, place } = telling;
  const heads = place === null ? [] : await deps.accounts.holders(streetId, ['communityHead'], place);
  const office = alsoOffice || heads.length === 0 ? await deps.accounts.holders(streetId, ['streetOffice']) : [];
  await tellPeople(
    deps,
    [...heads, ...office].map(({ accountId }) => accountId),
    telling,
  );
}

export const tellPlanned = (deps: Deps, post: StoredPost, plan: StoredPlan, accountIds: readonly string[]) =>
  tellPeople(deps, accountIds, {
    ...{ cause: `plan:${post._id}:${plan.at.getTime()}`, streetId: post.streetId, place: post.communityId },
    ...{ title: words.planned.title, body: words.planned.body(post.name, sayDay(dayOf(plan.from))) },
  });
