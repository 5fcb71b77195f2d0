import { type Role, roleMay, roles } from '@wubian/shared/roles.ts';
import type { HeldRole } from '../../accounts/door.ts';
import type { Deps } from './deps.ts';
import type { Helper, Person } from './stored.ts';

/** The roles that may answer, the one nearest to the door first. */
const answering: readonly Role[] = ['neighbour', 'volunteer', 'gridWorker', 'communityHead', 'streetOffice'];

/** In which of her roles somebody answers in a community; null for none. */
export const answeringRole = (held: readonly HeldRole[], communityId: string): Role | null =>
  answering.find((role) =>
    held.some(
      (one) =>
        one.role === role &&
        roleMay(role, 'rollCall.answer') &&
        (roles[role].scope === 'street' || one.communityIds.includes(communityId)),
    ),
  ) ?? null;

type Named = Pick<HeldRole, 'accountId' | 'role' | 'communityIds'>;

/** Everybody who may be asked in these communities, as they stand now. Key-holders stand with their elders. */
export async function helpersOf(
  deps: Deps,
  streetId: string,
  communityIds: readonly string[],
  at: Date,
): Promise<Helper[]> {
  const { accounts, companion, roster } = deps;
  const inside = ({ communityIds: hers }: Named) => hers.some((id) => communityIds.includes(id));
  const [neighbours, volunteers, workers] = await Promise.all(
    (['neighbour', 'volunteer', 'gridWorker'] as const).map(async (role) =>
      (await accounts.holders(streetId, [role])).filter(inside),
    ),
  );
  const ids = [...new Set([...neighbours!, ...volunteers!, ...workers!].map(({ accountId }) => accountId))];
  const [people, starts, pairs, duties] = await Promise.all([
    accounts.people(ids),
    companion.startsOf(streetId, ids),
    Promise.all(volunteers!.map(({ accountId }) => companion.eldersPairedWith(streetId, accountId))),
    Promise.all(communityIds.map(async (id) => ({ id, on: await roster.onDuty(streetId, id, at) }))),
  ]);
  const helper = (
    tier: Helper['tier'],
    { accountId, role, communityIds: hers }: Named,
    more: Partial<Helper>,
  ): Helper[] => {
    const person = people.get(accountId);
    const estateId = starts.get(accountId) ?? null;
    return person
      ? [
          {
            accountId,
            role,
            name: person.name,
            tier,
            communityIds: [...hers],
            estateId,
            elderIds: [],
            turn: 0,
            ...more,
          },
        ]
      : [];
  };
  return [
    ...neighbours!.flatMap((one) => helper('neighbours', one, { turn: 1 })),
    ...volunteers!.flatMap((one, i) => (pairs[i]!.length ? helper('circles', one, { elderIds: pairs[i]! }) : [])),
    ...workers!.flatMap((one) => helper('staff', one, { turn: 1 })),
    ...duties.flatMap(({ id, on }) =>
      on
        .filter(({ role }) => roleMay(role, 'rollCall.answer'))
        .map(({ accountId, role, name }): Helper => {
          return { accountId, role, name, tier: 'staff', communityIds: [id], estateId: null, elderIds: [], turn: 2 };
        }),
    ),
  ];
}

/** Accounts behind telephone numbers, if they may answer in the community. */
export async function keyHoldersOf(
  { accounts }: Pick<Deps, 'accounts'>,
  streetId: string,
  communityId: string,
  phones: readonly string[],
): Promise<Person[]> {
  const known = await Promise.all(phones.map((phone) => accounts.byPhone(phone)));
  const people = known.filter((one) => one !== null);
  if (people.length === 0) return [];
  const held = await accounts.rolesOf(
    streetId,
    people.map(({ accountId }) => accountId),
  );
  return people.flatMap(({ accountId, name }) => {
    const role = answeringRole(
      held.filter((one) => one.accountId === accountId),
      communityId,
    );
    return role ? [{ accountId, name, role }] : [];
  });
}
