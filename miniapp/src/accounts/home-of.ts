import { type Role, roles } from '@wubian/shared/roles.ts';
import { relaunch } from '../platform/nav.ts';
import type { Me } from './use-me.ts';

/** Opens the home of each role; a role without a row has no pages of its own yet. */
const openHome: Partial<Record<Role, () => Promise<void>>> = {
  resident: () => relaunch('residentHome'),
  family: () => relaunch('familyHome'),
  volunteer: () => relaunch('volunteerHome'),
  neighbour: () => relaunch('volunteerRollCall'),
  gridWorker: () => relaunch('workerHome'),
  communityHead: () => relaunch('workerHome'),
  streetOffice: () => relaunch('officeHome'),
  districtViewer: () => relaunch('officeHome'),
};

/** True when the session acts as staff and still lacks the second factor. */
const needsFactor = (me: Me): boolean =>
  me.active !== null && roles[me.active.role].staff && (me.secondFactor === 'needed' || me.secondFactor === 'notSet');

/**
 * Opens where this person belongs: the second factor, the home of the active role, or the page that asks who she is.
 * False when the role has no pages yet; the caller then says so.
 */
export async function openOwnPlace(me: Me): Promise<boolean> {
  if (needsFactor(me)) await relaunch('secondFactor');
  else if (!me.active) await relaunch('join');
  else {
    const open = openHome[me.active.role];
    if (!open) return false;
    await open();
  }
  return true;
}
