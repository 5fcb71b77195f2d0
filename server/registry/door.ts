import type { CategoryFacts } from '@wubian/shared/registry/categories.ts';
import type { ConsentPurpose } from '@wubian/shared/registry/consents.ts';
import type { GrantScopeName, RelationName } from '@wubian/shared/registry/contract.ts';
import type { LifeStatus } from '@wubian/shared/registry/life.ts';
import type { Actor } from '../actor.ts';

export type * from './batch-door.ts';
export type { ChosenElder, ChosenStore as ChosenDoor } from './chosen.store.ts';

/** What other rooms may know of an elder; opened from the sealed file, so hand on only what the viewer may see. */
export interface ElderFile {
  id: string;
  streetId: string;
  name: string;
  phone: string | null;
  status: LifeStatus;
  /** When she is expected back, YYYY-MM-DD. */
  statusUntil: string | null;
  communityId: string;
  gridId: string | null;
  estateId: string;
  /** Building to room, e.g. '3号楼2门501'. */
  door: string;
  /** '3号楼': as much of the door as staff see without a reveal. */
  building: string;
  doorNotes: string;
  careNotes: string;
  contacts: { name: string; relation: string; phone: string }[];
  keyHolders: { name: string; relation: string; phone: string }[];
  landline: string | null;
  /** YYYY-MM-DD; null when unknown. */
  birthDate: string | null;
  /** The account of the worker who answers for her. */
  responsibleId: string | null;
}

/** On what ground an actor may act for an elder. */
export type Reach =
  | { ground: 'self'; scopes: readonly GrantScopeName[]; relation: 'self' }
  | { ground: 'grant'; grantId: string; scopes: readonly GrantScopeName[]; relation: RelationName }
  | { ground: 'staff'; scopes: readonly GrantScopeName[]; relation: null };

/** Which elders, in the order of their last ability result: these, or those without one and with one up to a day. */
export type ByAbility =
  | { ids: readonly string[] }
  | {
      /** YYYY-MM-DD, inclusive. */
      until: string;
      /** The last row of the page before; `on` as in its `abilityOn`. */
      after: { on: string | null; id: string } | undefined;
      limit: number;
    };

/** An elder as the list of those to be assessed names her. */
export interface ElderByAbility {
  id: string;
  name: string;
  communityName: string;
  /** The day of the result in her file, YYYY-MM-DD. */
  abilityOn: string | null;
}

/** How a life stands since its last entry, for rooms that do something for the person. */
export interface LifeNow {
  streetId: string;
  elderId: string;
  elderName: string;
  communityId: string;
  status: LifeStatus;
  /** The day on which she is expected back, YYYY-MM-DD; null when nobody knows, or she is not away. */
  until: string | null;
}

/**
 * A room that stops what it does for somebody who is not at home. The registry calls it after every entry of a life,
 * and again when a crash came between; so all three must be safe to repeat.
 */
export interface LifeFollower {
  /** Brings about what follows from how the life stands. `cause` is the same for the same entry. */
  follow(life: LifeNow, cause: string): Promise<void>;
  /** What `follow` would do, in words, for who is about to make a move. */
  foresee(life: LifeNow): Promise<string[]>;
  /** What was cancelled while she was away and still lies ahead, in words. */
  cancelled(streetId: string, elderId: string): Promise<{ taskId: string; said: string }[]>;
}

/** What the registry offers to the other rooms. */
export interface RegistryDoor {
  /** The file, whoever asks; null when the street has no such elder. Callers apply their own policy. */
  elder(streetId: string, elderId: string): Promise<ElderFile | null>;
  /** How her life stands, without opening the file; null when the street has no such elder. */
  lifeOf(streetId: string, elderId: string): Promise<Pick<LifeNow, 'status' | 'until'> | null>;
  /** Whether volunteers who come to her may read how to care for her: not after her no, or when she took her yes back. */
  sharesWithVolunteers(streetId: string, elderId: string): Promise<boolean>;
  /** What she has said to one purpose: 'given', 'refused' (a no, or a yes taken back), or never clearly. */
  consentOf(streetId: string, elderId: string, purpose: ConsentPurpose): Promise<'given' | 'refused' | 'unknown'>;
  /** Names only, for lists. */
  elderNames(streetId: string, elderIds: readonly string[]): Promise<Map<string, string>>;
  /** How this actor reaches this elder now, or null. Staff reach elders of their communities. */
  reach(actor: Actor, elderId: string): Promise<Reach | null>;
  /** Elders whom a resident or family member reaches, with scopes; empty for other roles. */
  eldersOf(actor: Actor): Promise<{ elderId: string; reach: Reach }[]>;
  /** Elders whom this account may act for in any of its roles; they may not be served for hours by the same person. */
  kinOf(accountId: string, streetId: string): Promise<string[]>;
  /** Accounts with an active grant over the elder that includes `scope`. */
  familyOf(
    streetId: string,
    elderId: string,
    scope: GrantScopeName,
  ): Promise<{ accountId: string; relation: RelationName }[]>;
  /**
   * Sets the level of the newest valid GB/T 42195 assessment, or nulls when there is none any more. Safe to repeat;
   * `why` is told in the file's history.
   */
  noteAbility(
    streetId: string,
    elderId: string,
    ability: { level: number | null; on: string | null },
    by: { accountId: string; why: string },
  ): Promise<void>;
  /** Elders of this actor's area whom the street still looks after; without a result first, then the oldest. */
  eldersByAbility(actor: Actor, asked: ByAbility): Promise<ElderByAbility[]>;
  /** Every file of the street with the facts behind its categories, in a stream. */
  eachElder(
    streetId: string,
  ): AsyncIterable<{ id: string; communityId: string; status: LifeStatus; facts: CategoryFacts }>;
  /** How many elders each community has; only those whom the street still looks after. */
  countByCommunity(streetId: string): Promise<Map<string, number>>;
}
