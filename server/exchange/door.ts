import type { Role } from '@wubian/shared/roles.ts';

/** From `from` on and before `before`. */
export interface LookRange {
  from: Date | null;
  before: Date | null;
}

/** An export that held somebody's raw data, in the form in which the audit tells of a look. */
export interface ExportLook {
  at: Date;
  accountId: string;
  role: Role;
  /** `room.endpoint`. */
  act: string;
  what: string;
  /** Why, in the words of the one who exported. */
  reason: string | null;
}

/** What the room of sheets offers to the other rooms. */
export interface ExchangeDoor {
  /** Which exports held this elder's raw data, newest first: for "who looked at my file". */
  exportsWith(streetId: string, elderId: string, range: LookRange): Promise<ExportLook[]>;
}
