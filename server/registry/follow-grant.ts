import { createHash } from 'node:crypto';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Role } from '@wubian/shared/roles.ts';
import type { NoticeToTell } from '../notices/door.ts';
import type { GrantEntry, StoredGrant } from './grant.store.ts';
import type { Room } from './room.ts';
import { type GrantWords, grantWords } from './words.ts';

/** An id of the house's form that is always the same for the same cause. */
const idOf = (...cause: string[]): string => createHash('sha256').update(cause.join(':')).digest('hex').slice(0, 24);

/** The role assignment that a confirmed grant gives; ended roles stay ended, so each grant has its own. */
const assignmentOf = (grant: StoredGrant): string => idOf('role of grant', grant.id);

type Parts = Pick<Room, 'accounts' | 'elders' | 'grants' | 'notices' | 'log'>;

/** Gives the asker the role in which she acts from now on, if she has none. */
async function giveRole({ accounts }: Parts, grant: StoredGrant, by: string): Promise<void> {
  const { streetId, askerId, communityId, relation } = grant;
  const isOwn = relation === 'self';
  const has = isOwn
    ? (await accounts.residentsOf(streetId, grant.elderId!)).some(({ accountId }) => accountId === askerId)
    : (await accounts.roleOf(askerId, streetId, 'family')) !== null;
  if (has) return;
  const role = isOwn
    ? { role: 'resident' as const, communityIds: [communityId], elderId: grant.elderId }
    : { role: 'family' as const, communityIds: [], elderId: null };
  try {
    await accounts.give({ assignmentId: assignmentOf(grant), accountId: askerId, streetId, ...role }, by);
  } catch (error) {
    // Another grant of hers was confirmed at the same moment and gave it.
    if (!(error instanceof Refusal && error.code === 'role_already_held')) throw error;
  }
}

/** A tie to one's own file that is taken back takes the role with it, whoever gave it. */
async function endOwnRole({ accounts }: Parts, grant: StoredGrant, by: string): Promise<void> {
  const { streetId, elderId, askerId, confirmed, relation } = grant;
  if (relation !== 'self' || !confirmed || !elderId) return;
  for (const { accountId, assignmentId } of await accounts.residentsOf(streetId, elderId))
    if (accountId === askerId) await accounts.end(assignmentId, by, 'grant ended');
}

interface Reader {
  accountId: string;
  role: Role;
  as: 'asker' | 'elder' | 'worker';
}

/** Whom a grant concerns: who asked, the old person, and the workers of her community. */
async function readersOf({ accounts }: Parts, { askerId, relation, streetId, elderId, communityId }: StoredGrant) {
  const residents = elderId ? await accounts.residentsOf(streetId, elderId) : [];
  const workers = await accounts.holders(streetId, ['gridWorker', 'communityHead'], communityId);
  const asker: Reader = { accountId: askerId, role: relation === 'self' ? 'resident' : 'family', as: 'asker' };
  const others: Reader[] = [
    ...residents.map(({ accountId }) => ({ accountId, role: 'resident' as const, as: 'elder' as const })),
    ...workers.map(({ accountId, role }) => ({ accountId, role, as: 'worker' as const })),
  ];
  return [asker, ...others.filter(({ accountId }) => accountId !== askerId)];
}

/** Tells everyone whom the move concerns, except who made it; about a tie to her own file the old person hears once it holds. */
async function tell(parts: Parts, grant: StoredGrant, entry: GrantEntry): Promise<void> {
  const { accounts, elders, notices } = parts;
  const readers = (await readersOf(parts, grant)).filter(
    ({ accountId, as }) =>
      accountId !== entry.by && !(as === 'elder' && grant.relation === 'self' && entry.move !== 'confirm'),
  );
  const asker = (await accounts.people([grant.askerId])).get(grant.askerId)?.name ?? '';
  const known = grant.elderId && (await elders.names(grant.streetId, [grant.elderId])).get(grant.elderId);
  const said: GrantWords = { asker, elder: known ?? grant.typedName, relation: grant.relation, until: grant.until };
  await notices.tell(
    readers.map(({ accountId, role, as }): NoticeToTell => {
      const mayKnow = as !== 'asker' || grant.confirmed;
      return {
        id: idOf('notice of grant', grant.id, entry.move, accountId, role),
        streetId: grant.streetId,
        accountId,
        role,
        ...grantWords[entry.move][as](mayKnow ? said : { ...said, elder: grant.typedName }),
        at: entry.at,
        urgent: entry.move === 'ask' && as !== 'asker',
        taskId: null,
        grantId: grant.id,
      };
    }),
  );
}

/** Brings about what follows from the moves not yet followed. Safe to repeat and to run twice at once. */
export async function followGrant(parts: Parts, grant: StoredGrant): Promise<void> {
  for (const entry of grant.history.slice(grant.followed)) {
    if (entry.move === 'confirm') await giveRole(parts, grant, entry.by);
    if (entry.move === 'end') await endOwnRole(parts, grant, entry.by);
    await tell(parts, grant, entry);
  }
  await parts.grants.setFollowed(grant.id, grant.history.length);
}

/** As `followGrant`, right after a move: the move stands whatever happens here, and the job follows it later. */
export async function followNow(parts: Parts, grant: StoredGrant): Promise<void> {
  try {
    await followGrant(parts, grant);
  } catch (err) {
    parts.log.error({ err, grantId: grant.id }, 'effects of a grant move are left to the job');
  }
}
