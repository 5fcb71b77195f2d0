import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import type { Connection } from 'mongoose';
import type { StandingOf } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../handler.ts';
import type { Logger } from '../log.ts';
import { type ElderPointers, pointersOnce } from '../store/elder-pointers.store.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Limits } from '../store/limits.store.ts';
import type { Streets } from '../streets/index.ts';
import { createAccountStore } from './account.store.ts';
import { admitVolunteer } from './admit-volunteer.ts';
import { createAssignmentStore } from './assignment.store.ts';
import { bindPhone } from './bind-phone.ts';
import type { AccountsDoor } from './door.ts';
import { endRole } from './end-role.ts';
import { endSession } from './end-session.ts';
import { giveRole } from './give-role.ts';
import { join } from './join.ts';
import { listPeople } from './list-people.ts';
import { listPersonas } from './list-personas.ts';
import { listSessions } from './list-sessions.ts';
import { listStreets } from './list-streets.ts';
import { openDoor } from './open-door.ts';
import { passSecondFactor } from './pass-second-factor.ts';
import { createPersonaStore, type StoredPersona } from './persona.store.ts';
import { rename } from './rename.ts';
import { dropSecondFactor, resetSecondFactor } from './reset-second-factor.ts';
import type { LeftBehind, Room } from './room.ts';
import { createSecondFactorStore } from './second-factor.store.ts';
import { sendCode } from './send-code.ts';
import { createSessionStore } from './session.store.ts';
import { showMe } from './show-me.ts';
import { signInAsPersona } from './sign-in-as-persona.ts';
import { signInByCode } from './sign-in-by-code.ts';
import { signInByWechat } from './sign-in-by-wechat.ts';
import { createSignInCodeStore } from './sign-in-code.store.ts';
import type { CodeSender } from './sms.ts';
import { standingOf } from './standing.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { switchRole } from './switch-role.ts';
import type { Wechat } from './wechat.ts';
import { createWhoIs } from './who-is.ts';

export type { StoredPersona } from './persona.store.ts';
export { sealedInAccounts } from './sealed.ts';
export { type CodeSender, createAliyunSender } from './sms.ts';
export { createWechat, type Wechat } from './wechat.ts';

export interface AccountsOptions {
  db: Connection;
  cipher: FieldCipher;
  limits: Limits;
  streets: Streets;
  clock: Clock;
  /** Throws at once if both are true. */
  demo: boolean;
  production: boolean;
  /** Null: not configured. */
  wechat: Wechat | null;
  sms: CodeSender | null;
  log: Logger;
}

export interface Accounts {
  handlers: Handlers<{ accounts: typeof contract }>['accounts'];
  door: AccountsDoor;
  /** For what stays connected: how its sessions stand now, without counting as use of them. */
  standingOf: StandingOf;
  /** What of this room points to an elder and follows her in a merge. */
  pointers: readonly ElderPointers[];
  /** For the composition: who knows what a person would leave behind. */
  onEnd(leftBehind: LeftBehind): void;
  /** Puts down the demo identities, in the order of the list; for the demo seed. */
  savePersonas(personas: readonly StoredPersona[]): Promise<void>;
  /** For the operator at the machine: a lost authenticator in a street that has nobody else to reset it. */
  resetSecondFactor(accountId: string, by: string, reason: string): Promise<void>;
}

/** The room of identity: who signs in, as what, over what. Its indexes are made with those of all models. */
export function createAccounts({ db, cipher, clock, production, ...given }: AccountsOptions): Accounts {
  // Said by config.ts already; said again where the doors would open.
  if (given.demo && production) throw new Error('demo mode is impossible in production');
  const stores = {
    accounts: createAccountStore(db, cipher),
    secondFactors: createSecondFactorStore(db, cipher),
    assignments: createAssignmentStore(db),
    sessions: createSessionStore(db),
    codes: createSignInCodeStore(db, cipher),
    personas: createPersonaStore(db),
  };
  const who = createWhoIs({ ...stores, now: clock, demo: given.demo });
  const room: Room = { ...given, ...stores, now: clock, who, leftBehind: [] };
  return {
    door: openDoor(room),
    standingOf: standingOf(room),
    pointers: [
      pointersOnce(db, 'roleAssignments', '登录身份', {
        closed: { state: 'ended', held: false },
        moved: () => who.forget(),
      }),
    ],
    onEnd: (leftBehind) => void room.leftBehind.push(leftBehind),
    savePersonas: (personas) => stores.personas.save(personas),
    resetSecondFactor: (...reset) => dropSecondFactor(room, ...reset),
    handlers: {
      sendCode: sendCode(room),
      signInByCode: signInByCode(room),
      signInByWechat: signInByWechat(room),
      personas: listPersonas(room),
      signInAsPersona: signInAsPersona(room),
      bindPhone: bindPhone(room),
      me: showMe(room),
      rename: rename(room),
      switchRole: switchRole(room),
      join: join(room),
      streets: listStreets(room),
      sessions: listSessions(room),
      endSession: endSession(room),
      startSecondFactor: startSecondFactor(room),
      passSecondFactor: passSecondFactor(room),
      people: listPeople(room),
      giveRole: giveRole(room),
      admit: admitVolunteer(room),
      endRole: endRole(room),
      resetSecondFactor: resetSecondFactor(room),
    },
  };
}
