import type { Times } from '@wubian/shared/response/deadlines.ts';
import type { ActFields } from '@wubian/shared/response/incident-schema.ts';
import type { Source, Triage } from '@wubian/shared/response/labels.ts';
import type { Ladder } from '@wubian/shared/response/ladder.ts';
import type { IncidentStatus, Move } from '@wubian/shared/response/lifecycle.ts';
import type { Role } from '@wubian/shared/roles.ts';

/** Who did something: an account, a key-holder behind her code, a device, or the clock. */
export interface By {
  accountId: string | null;
  name: string;
  role: Role | null;
  /** What she is to the elder, in words ('女儿', '钥匙保管人'); ''. */
  relation: string;
}

/** What an act chose, beside its words. */
export type Said = Partial<Omit<ActFields, 'id' | 'move' | 'words'>>;

/** One line of the history; its place in the list is its number, and nothing is ever taken out. */
export interface Entry {
  /** The act's id as the phone made it; rules have none. */
  id: string | null;
  move: Move | 'raise';
  by: By;
  at: Date;
  /** Sealed at rest. */
  words: string;
  said: Said;
  /** The number of the ladder's step, for 'call'. */
  rung: number | null;
}

/** Somebody who answered. `key` is her account, or 'phone:' and the keyed index of a number without one. */
export interface Responder {
  key: string;
  accountId: string | null;
  name: string;
  role: Role | null;
  relation: string;
  state: 'lead' | 'joined' | 'stoodDown';
  at: Date;
}

/** One call for help: one document. */
export interface StoredIncident {
  _id: string;
  streetId: string;
  communityId: string;
  estateId: string;
  elderId: string;
  elderName: string;
  drill: boolean;
  source: Source;
  raisedBy: By;
  /** When the server had it; the ladder counts from here. */
  raisedAt: Date;
  heardAt: Date | null;
  pressedAt: Date | null;
  status: IncidentStatus;
  since: Date;
  /** Nobody has been seen or spoken to yet. */
  open: boolean;
  /** While true, the elder's next press joins this one; of two files that were merged, only one stays so. */
  only: boolean;
  triage: Triage | null;
  /** The ladder and times of the street when it began: a later change does not touch a running call. */
  ladder: Ladder;
  times: Times;
  responders: Responder[];
  noAnswerSince: Date | null;
  followed: boolean;
  history: Entry[];
  seq: number;
  handledSeq: number;
  outboxDue: Date | null;
  nextDue: Date | null;
  /** 0: nobody has come yet; later ones give way to it when much is due at once. */
  rank: number;
  outboxToken: string | null;
  clockToken: string | null;
}

export const byRule: By = { accountId: null, name: '系统', role: null, relation: '' };

export const leaderOf = ({ responders }: Pick<StoredIncident, 'responders'>): Responder | null =>
  responders.find(({ state }) => state === 'lead') ?? null;
