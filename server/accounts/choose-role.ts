import type { HeldRole } from './door.ts';

/** The role that a session begins in: the one used last if it is still active, else the only one, else none. */
export function chooseRole(held: readonly HeldRole[], lastAssignmentId: string | null): HeldRole | null {
  const active = held.filter(({ state }) => state === 'active');
  const last = active.find(({ assignmentId }) => assignmentId === lastAssignmentId);
  return last ?? (active.length === 1 ? active[0]! : null);
}
