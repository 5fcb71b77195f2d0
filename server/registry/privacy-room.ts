import type { AuditDoor } from '../audit/door.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { Limits } from '../store/limits.store.ts';
import type { ConsentStore } from './consent.store.ts';
import type { EraseStore } from './erase-elder.store.ts';
import type { GlassStore } from './glass.store.ts';
import type { createGlassFinder } from './glass-find.store.ts';
import type { ExportsWith } from './list-views.ts';
import type { RightsStore } from './rights.store.ts';
import type { Room } from './room.ts';

/** What the commands about personal data work with, beside the registry's own parts. */
export interface PrivacyRoom extends Room {
  consents: ConsentStore;
  glass: GlassStore;
  findForGlass: ReturnType<typeof createGlassFinder>;
  rights: RightsStore;
  eraseStore: EraseStore;
  audit: AuditDoor;
  limits: Limits;
  /** Every room that keeps something about an elder, this one first; they come after it in the composition. */
  keepers: PersonKeeper[];
  /** Of the room of sheets. */
  exportsWith?: ExportsWith | undefined;
}
