import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Limits } from '../store/limits.store.ts';
import type { Streets } from '../streets/index.ts';
import type { AccountStore } from './account.store.ts';
import type { AssignmentStore } from './assignment.store.ts';
import type { HeldRole } from './door.ts';
import type { PersonaStore } from './persona.store.ts';
import type { SecondFactorStore } from './second-factor.store.ts';
import type { SessionStore } from './session.store.ts';
import type { SignInCodeStore } from './sign-in-code.store.ts';
import type { CodeSender } from './sms.ts';
import type { Wechat } from './wechat.ts';
import type { WhoIs } from './who-is.ts';

/** Counts by kind; none means that the role may end. */
export type LeftBehind = (ending: HeldRole) => Promise<Record<string, number>>;

/** What the commands of this room work with; each takes the parts that it names. */
export interface Room {
  accounts: AccountStore;
  secondFactors: SecondFactorStore;
  assignments: AssignmentStore;
  sessions: SessionStore;
  codes: SignInCodeStore;
  personas: PersonaStore;
  limits: Limits;
  streets: Streets;
  now: Clock;
  /** Personas work, and codes are shown instead of sent when there is no SMS. Never in production. */
  demo: boolean;
  /** Null: not configured. */
  wechat: Wechat | null;
  sms: CodeSender | null;
  log: Logger;
  who: WhoIs;
  /** How much of each kind would be without anybody if a role ended; the registry knows. */
  leftBehind: LeftBehind[];
}
