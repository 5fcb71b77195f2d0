import { type Role, roleMay, roleNames } from '@wubian/shared/roles.ts';
import type { StoredLife } from './life.store.ts';
import type { Room } from './room.ts';

const mayWrite: readonly Role[] = roleNames.filter((role) => roleMay(role, 'elder.write'));

/**
 * Whether this person may agree to the undo that lies on the file: never who asked for it, and who made the move only
 * where the area has nobody else.
 */
export async function mayConfirmUndo(
  { accounts }: Pick<Room, 'accounts'>,
  { streetId, communityId, undoAsked, entries }: StoredLife,
  accountId: string,
): Promise<boolean> {
  if (!undoAsked || accountId === undoAsked.by) return false;
  const mover = entries.find(({ id }) => id === undoAsked.moveId)?.by;
  if (accountId !== mover) return true;
  const staff = await accounts.holders(streetId, mayWrite, communityId);
  return staff.every((one) => one.accountId === undoAsked.by || one.accountId === mover);
}
