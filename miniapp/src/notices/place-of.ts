import { type Role, roleMay } from '@wubian/shared/roles.ts';
import { go } from '../platform/nav.ts';

/** Where grants are answered or seen, by role. Roles without a row only read the words. */
const grantsPage: Partial<Record<Role, () => Promise<void>>> = {
  resident: () => go('residentActs'),
  family: () => go('familyGrants'),
  gridWorker: () => go('workerGrants'),
  communityHead: () => go('workerGrants'),
  streetOffice: () => go('workerGrants'),
};

interface About {
  taskId: string | null;
  grantId: string | null;
  incidentId: string | null;
}

/** The page that a notice is about, or undefined when there is none to open. */
export function placeOf(
  { taskId, grantId, incidentId }: About,
  role: Role | undefined,
): (() => Promise<void>) | undefined {
  // Whoever has the desk opens the call there, with its checklist and call sheet.
  if (incidentId && role && roleMay(role, 'sos.desk')) return () => go('workerIncident', { id: incidentId });
  if (incidentId) return () => go('incident', { id: incidentId });
  if (taskId) return () => go('task', { id: taskId });
  return grantId && role ? grantsPage[role] : undefined;
}

/** What must be acted on and was not seen yet goes first; else the order stays. */
export const urgentFirst = <T extends { urgent: boolean; read: boolean }>(items: readonly T[]): T[] => {
  const pressing = (one: T) => one.urgent && !one.read;
  return [...items.filter(pressing), ...items.filter((one) => !pressing(one))];
};
