import type { Role } from '@wubian/shared/roles.ts';
import type { Caller } from '../actor.ts';

/** A person as other rooms need to know her: for names on a screen and numbers to ring. */
export interface Person {
  accountId: string;
  name: string;
  /** Digits; null for a WeChat account that never gave a number. */
  phone: string | null;
}

/** Where a person can be reached. */
export interface Ways {
  /** Digits. */
  phone: string | null;
  /** Her WeChat identity in our mini-program: leaves this room for WeChat only. */
  openid: string | null;
  /** When one of her signed-in devices was last seen. */
  seenAt: Date | null;
}

/** A role held by a person, as stored. */
export interface HeldRole {
  assignmentId: string;
  accountId: string;
  role: Role;
  streetId: string;
  communityIds: string[];
  elderId: string | null;
  state: 'pending' | 'active' | 'ended';
}

/** What the accounts room offers to the other rooms. */
export interface AccountsDoor {
  /** The caller behind a bearer token, or null when it is unknown, expired or revoked. */
  whoIs(token: string): Promise<Caller | null>;
  /** People by account id; unknown ids are left out. */
  people(accountIds: readonly string[]): Promise<Map<string, Person>>;
  /** The account with this phone, or null. */
  byPhone(phone: string): Promise<Person | null>;
  /** Every active role of these accounts in a street. */
  rolesOf(streetId: string, accountIds: readonly string[]): Promise<HeldRole[]>;
  /** Where these people can be reached; unknown ids are left out. */
  waysTo(accountIds: readonly string[]): Promise<Map<string, Ways>>;
  /** Active holders of any of `roles` in a street; with `communityId` those whose scope reaches it. */
  holders(streetId: string, roles: readonly Role[], communityId?: string): Promise<HeldRole[]>;
  /** The active resident roles bound to an elder's file. */
  residentsOf(streetId: string, elderId: string): Promise<HeldRole[]>;
  /** One person's active role of this kind in this street, or null. */
  roleOf(accountId: string, streetId: string, role: Role): Promise<HeldRole | null>;
  /** Gives a role; a repeat with the same assignment id is the same gift. */
  give(held: Omit<HeldRole, 'state'> & { state?: 'pending' | 'active' }, by: string): Promise<void>;
  /** Ends a role at once: sessions that act in it lose it with their next request. */
  end(assignmentId: string, by: string, reason: string): Promise<void>;
  /**
   * Takes name, phone and WeChat identity from the account of an erased person, and signs her out; leaves an account
   * that still has another role as it is.
   */
  forget(accountId: string): Promise<void>;
  /** Finds or makes the account with this phone and name; for seeds, staff lists and tests. */
  ensurePerson(person: { accountId: string; name: string; phone: string }): Promise<string>;
}
