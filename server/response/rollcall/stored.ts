import type { RiskColour } from '@wubian/shared/registry/risk.ts';
import type { EntryKind, Phase, RollCallReason, RowState, Tier } from '@wubian/shared/response/rollcall/labels.ts';
import type { RollCallChoice } from '@wubian/shared/response/rollcall/schema.ts';
import type { Role } from '@wubian/shared/roles.ts';
import type { Raising } from '../incidents/door.ts';

export type By = Raising['by'];

/** Somebody who may be asked, as she stood when the list was split. */
export interface Person {
  accountId: string;
  role: Role;
  name: string;
}

/** A person of the street whom the splitting may use. */
export interface Helper extends Person {
  tier: Tier;
  /** Empty: the whole street. */
  communityIds: string[];
  /** From where she starts; null: she has not said. */
  estateId: string | null;
  /** Elders with whom she is paired; a circle reaches only these. */
  elderIds: string[];
  /** Within her tier: 0 before 1 before 2, whatever the way. */
  turn: number;
}

/** One roll-call. Its rows are documents of their own. */
export interface StoredRollCall {
  _id: string;
  streetId: string;
  /** The communities that it asks in. */
  communityIds: string[];
  reason: RollCallReason;
  words: string;
  drill: boolean;
  minutes: number;
  perPerson: number;
  choice: RollCallChoice;
  startedBy: By;
  startedAt: Date;
  phase: Phase;
  /** The last elder listed: the writing goes on after her. */
  listedTo: string;
  listed: number;
  planned: number;
  /** Frozen before the splitting, so that a splitting broken off goes on as it began. */
  helpers: Helper[];
  toldAt: Date | null;
  remindedAt: Date | null;
  reminders: string[];
  closedAt: Date | null;
  closedBy: By | null;
  closeReason: string;
  /** The writer's next turn; null: nothing to write. */
  workDue: Date | null;
  workToken: string | null;
}

/** One line of a row's history. */
export interface RowEntry {
  /** The act's id as the phone made it; rules have none. */
  id: string | null;
  kind: EntryKind;
  by: By;
  at: Date;
  /** How the row stood before; an undo goes back to it. */
  was: { state: RowState; deadline: Date | null };
}

/** One elder of one roll-call; its id is `${rollCallId}:${elderId}` as she was listed. */
export interface StoredRow {
  _id: string;
  streetId: string;
  rollCallId: string;
  communityId: string;
  estateId: string;
  /** '3号楼'. */
  building: string;
  elderId: string;
  elderName: string;
  risk: RiskColour;
  responsibleId: string | null;
  keyHolders: Person[];
  planned: boolean;
  /** Who is asked, in turn; the first `step + 1` of them have been. */
  callers: (Person & { tier: Tier })[];
  step: number;
  calledIds: string[];
  state: RowState;
  /** The roll-call runs. */
  open: boolean;
  incidentId: string | null;
  deadline: Date | null;
  /** As `deadline`, put off by a lease while a worker has it. */
  nextDue: Date | null;
  token: string | null;
  history: RowEntry[];
  seq: number;
}

export const bySystem: By = { accountId: null, name: '系统', role: null, relation: '' };

/** Who is asked now; null: nobody could be found. */
export const askedNow = ({ callers, step }: Pick<StoredRow, 'callers' | 'step'>) => callers[step] ?? null;
