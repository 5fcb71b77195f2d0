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

/** What the companion room offers to the office. */
export interface CompanionDoor {
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
