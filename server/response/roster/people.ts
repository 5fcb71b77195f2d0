import type { Role } from '@wubian/shared/roles.ts';
import type { HeldRole } from '../../accounts/door.ts';
import type { Deps } from './deps.ts';

/** Who may be on duty: staff of the community and of the street, the nearest first. */
export const dutyRoles = ['gridWorker', 'communityHead', 'streetOffice'] as const satisfies readonly Role[];

const goesFor = ({ role, communityIds }: Pick<HeldRole, 'role' | 'communityIds'>, place: string | null): boolean =>
  role === 'streetOffice' || (place === null ? role === 'communityHead' : communityIds.includes(place));

/** The role in which these roles let somebody be on duty in a place (null: as duty leader); null for none. */
export const dutyRoleIn = (
  held: readonly Pick<HeldRole, 'role' | 'communityIds'>[],
  place: string | null,
): Role | null => dutyRoles.find((role) => held.some((one) => one.role === role && goesFor(one, place))) ?? null;

/** Everybody of a street who may be on duty somewhere, with her roles. */
export async function staffOf({ accounts }: Pick<Deps, 'accounts'>, streetId: string) {
  const holders = await accounts.holders(streetId, dutyRoles);
  const byId = Map.groupBy(holders, ({ accountId }) => accountId);
  return {
    ids: [...byId.keys()],
    roleIn: (accountId: string, place: string | null): Role | null => dutyRoleIn(byId.get(accountId) ?? [], place),
    rolesOf: (accountId: string): readonly HeldRole[] => byId.get(accountId) ?? [],
  };
}

/** Names by account id; who is unknown is called 已离开. */
export async function namesOf({ accounts }: Pick<Deps, 'accounts'>, accountIds: readonly string[]) {
  const people = await accounts.people([...new Set(accountIds)]);
  return (accountId: string): string => people.get(accountId)?.name ?? '已离开';
}
export type NameOf = Awaited<ReturnType<typeof namesOf>>;
