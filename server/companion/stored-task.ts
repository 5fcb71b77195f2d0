import type { Kind, Qualification } from '@wubian/shared/companion/kinds.ts';
import type { Move, TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import type { doorOpeners } from '@wubian/shared/companion/schema.ts';
import type { RelationName } from '@wubian/shared/registry/contract.ts';
import type { Role } from '@wubian/shared/roles.ts';

/** Who made a move; the clock has neither account nor role. */
export interface By {
  accountId: string | null;
  name: string;
  role: Role | null;
  /** What she is to the elder, if she acted on the elder's side. */
  relation: RelationName | null;
}

/** One line of a task's history; its place in the list is its number, and nothing is ever taken out. */
export interface Entry {
  move: Move | 'ask';
  by: By;
  at: Date;
  /** Reason or remark; '' when none was given. */
  words: string;
  /** True when a family member or worker acted for the elder. */
  forElder: boolean;
  /** The volunteer who got the task by this move; null for every other move. */
  volunteerId: string | null;
}

export interface Concern {
  words: string;
  at: Date;
  heededAt: Date | null;
  heededBy: string | null;
  heededWords: string;
}

/** One request for help, from asking to the ledger: one document. Words about health and home are sealed at rest. */
export interface StoredTask {
  _id: string;
  streetId: string;
  communityId: string;
  estateId: string;
  elderId: string;
  elderName: string;
  elderMasked: string;
  kind: Kind;
  /** What the street called the kind when it was asked for. */
  kindLabel: string;
  part: boolean;
  needs: Qualification[];
  windowFrom: Date;
  windowTo: Date;
  bring: string;
  doorOpener: (typeof doorOpeners)[number];
  doorNote: string;
  /** Came back after a release or a no-show. */
  again: boolean;
  asker: By;
  askedAt: Date;
  status: TaskStatus;
  /** When it came into its present status. */
  since: Date;
  volunteerId: string | null;
  volunteerName: string | null;
  claimedAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  minutes: number | null;
  did: string;
  noticed: string;
  concern: Concern | null;
  /** A concern that no worker has answered yet. */
  concernOpen: boolean;
  photos: { id: string; at: Date }[];
  history: Entry[];
  /** Length of the history. */
  seq: number;
  /** How many entries have had their effects. */
  handledSeq: number;
  /** When the outbox should look at it; null when every entry is handled. */
  outboxDue: Date | null;
  /** When the clock should look at it; null when nothing is ahead. */
  nextDue: Date | null;
  /** Who of the two workers holds it: every write of a run is fenced by its token. */
  outboxToken: string | null;
  clockToken: string | null;
}

/** What a move may change beside status and history. */
export type Settable = Partial<
  Pick<
    StoredTask,
    | 'again'
    | 'volunteerId'
    | 'volunteerName'
    | 'claimedAt'
    | 'startedAt'
    | 'finishedAt'
    | 'minutes'
    | 'did'
    | 'noticed'
    | 'concern'
    | 'concernOpen'
  >
>;

/** The clock's name in a history. */
export const byRule: By = { accountId: null, name: '系统', role: null, relation: null };

/** The volunteer who held the task before entry `index`, told from the history alone. */
export function holderBefore(history: readonly Entry[], index: number): string | null {
  let holder: string | null = null;
  for (const { move, volunteerId } of history.slice(0, index)) {
    if (volunteerId) holder = volunteerId;
    else if (move === 'release' || move === 'noShow') holder = null;
  }
  return holder;
}
