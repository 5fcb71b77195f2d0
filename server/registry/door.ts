import type { GrantScopeName, RelationName } from '@wubian/shared/registry/contract.ts';
import type { Actor } from '../actor.ts';

/** What other rooms may know of an elder; opened from the sealed file, so hand on only what the viewer may see. */
export interface ElderFile {
  id: string;
  streetId: string;
  name: string;
  phone: string | null;
  communityId: string;
  gridId: string | null;
  estateId: string;
  /** Building to room, e.g. '3号楼2门501'. */
  door: string;
  doorNotes: string;
  careNotes: string;
  contacts: { name: string; relation: string; phone: string }[];
}

/** On what ground an actor may act for an elder. */
export type Reach =
  | { ground: 'self'; scopes: readonly GrantScopeName[]; relation: 'self' }
  | { ground: 'grant'; grantId: string; scopes: readonly GrantScopeName[]; relation: RelationName }
  | { ground: 'staff'; scopes: readonly GrantScopeName[]; relation: null };

/** What the registry offers to the other rooms. */
export interface RegistryDoor {
  /** The file, whoever asks; null when the street has no such elder. Callers apply their own policy. */
  elder(streetId: string, elderId: string): Promise<ElderFile | null>;
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
  /** How many elders each community has. */
  countByCommunity(streetId: string): Promise<Map<string, number>>;
}
