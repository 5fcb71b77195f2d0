import type { Kind } from '@wubian/shared/companion/kinds.ts';
import type { TaskStatus } from '@wubian/shared/companion/lifecycle.ts';

/** Figures of one community, counted from the tasks. */
export interface TaskFigures {
  communityId: string;
  byStatus: Partial<Record<TaskStatus, number>>;
  /** When the longest-waiting asked or open request was asked; null when none waits. */
  waitingSince: Date | null;
  confirmed30d: number;
  expired30d: number;
  minutes30d: number;
}

export interface ServicePair {
  volunteerId: string;
  elderId: string;
  communityId: string;
  times: number;
  minutes: number;
  lastAt: Date;
}

/** A task as lists show it, names not yet masked. */
export interface TaskSummary {
  id: string;
  kind: Kind;
  /** What the street called the kind when it was asked for. */
  kindLabel: string;
  status: TaskStatus;
  windowFrom: Date;
  windowTo: Date;
  elderId: string;
  elderName: string;
  communityId: string;
  estateId: string;
  askerName: string;
  volunteerName: string | null;
  askedAt: Date;
  since: Date;
  concern: boolean;
}

/** A volunteer who is paired with an elder. */
export interface Paired {
  accountId: string;
  /** The estate that she starts from; null when she has not said. */
  estateId: string | null;
}

/** What the companion room offers to the other rooms. */
export interface CompanionDoor {
  /** The volunteers paired with an elder. */
  pairedWith(streetId: string, elderId: string): Promise<Paired[]>;
  /** The elders with whom this volunteer is paired. */
  eldersPairedWith(streetId: string, accountId: string): Promise<string[]>;
  /** From where these people start, as volunteers; who has not said is left out. */
  startsOf(streetId: string, accountIds: readonly string[]): Promise<Map<string, string>>;
  figures(streetId: string, now: Date): Promise<TaskFigures[]>;
  /** Who served whom since `since`, by the ledger; most minutes first; `skip`/`limit` page it. */
  pairs(
    streetId: string,
    since: Date,
    page: { communityId?: string | undefined; skip: number; limit: number },
  ): Promise<ServicePair[]>;
  /** Tasks of a street by status, the longest waiting first; cursor is opaque. */
  list(
    streetId: string,
    wanted: {
      statuses: readonly TaskStatus[];
      communityId?: string | undefined;
      limit: number;
      cursor?: string | undefined;
    },
  ): Promise<{ items: TaskSummary[]; next: string | null }>;
}
