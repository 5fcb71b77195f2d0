import type { Role } from '@wubian/shared/roles.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { StoredElder } from './elder-form.ts';
import type { PrivacyRoom } from './privacy-room.ts';

interface Reader {
  accountId: string;
  role: Role;
  /** In whose words she is told. */
  side: 'staff' | 'elder' | 'family';
}

/** Who is told that a file was opened: those who answer for the community and the street, she, and family who see. */
export async function readersOf(
  { accounts, grants, now }: Pick<PrivacyRoom, 'accounts' | 'grants' | 'now'>,
  { id, streetId, facts }: StoredElder,
): Promise<Reader[]> {
  const [staff, residents, family] = await Promise.all([
    accounts.holders(streetId, ['communityHead', 'streetOffice'], facts.address.communityId),
    accounts.residentsOf(streetId, id),
    grants.goodOver(streetId, id, 'see', dayOf(now())),
  ]);
  return [
    ...staff.map(({ accountId, role }) => ({ accountId, role, side: 'staff' as const })),
    ...residents.map(({ accountId, role }) => ({ accountId, role, side: 'elder' as const })),
    ...family.map(({ askerId }) => ({ accountId: askerId, role: 'family' as const, side: 'family' as const })),
  ];
}
