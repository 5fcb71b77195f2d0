import type { Role } from '@wubian/shared/roles.ts';

/** Somebody who is on duty, and how she came to it. */
export interface DutyPerson {
  accountId: string;
  role: Role;
  name: string;
  /** Digits; null for an account without a number. */
  phone: string | null;
  /** `leader`: nobody is planned, so the head of the community or the street stands in. */
  via: 'shift' | 'swap' | 'override' | 'temporary' | 'leader';
}

/** What the roster offers to the other rooms. */
export interface RosterDoor {
  /** Who is on duty in a community now; an empty shift falls to the community head, then to the street's duty leader. */
  onDuty(streetId: string, communityId: string, at: Date): Promise<DutyPerson[]>;
  /** The street's duty leader(s) at this instant; falls to every streetOffice holder when no leader post is planned. */
  leaders(streetId: string, at: Date): Promise<DutyPerson[]>;
}
