import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { RegistryDoor } from '../registry/door.ts';
import type { AssessmentStore } from './assessment.store.ts';
import type { RiskEventStore } from './risk-event.store.ts';

/** What the commands of this room work with; each takes the parts that it names. */
export interface Room {
  assessments: AssessmentStore;
  events: RiskEventStore;
  registry: RegistryDoor;
  accounts: AccountsDoor;
  now: Clock;
  log: Logger;
}
