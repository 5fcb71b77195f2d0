import type { AccountsDoor } from '../../accounts/door.ts';
import type { Clock } from '../../clock.ts';
import type { CompanionDoor } from '../../companion/door.ts';
import type { NoticesDoor } from '../../notices/door.ts';
import type { RegistryDoor } from '../../registry/door.ts';
import type { Limits } from '../../store/limits.store.ts';
import type { Streets } from '../../streets/index.ts';
import type { IncidentStore } from './incident.store.ts';
import type { People } from './people.ts';
import type { StoodStore } from './stood.store.ts';

/** What the commands of this part work with. */
export interface Deps {
  incidents: IncidentStore;
  people: People;
  /** Who could have been called when a call began. */
  stood: StoodStore;
  registry: RegistryDoor;
  accounts: AccountsDoor;
  companion: CompanionDoor;
  notices: NoticesDoor;
  streets: Streets;
  limits: Limits;
  clock: Clock;
  /** When the watchdog last looked; null: never. */
  watchedAt: () => Promise<Date | null>;
  /** Has clock and outbox look at once. */
  poke: () => void;
}
