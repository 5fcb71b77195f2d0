import type { registry as contract } from '@wubian/shared/registry/contract.ts';
import { type Role, roleNames } from '@wubian/shared/roles.ts';
import type { Connection } from 'mongoose';
import type { HeldRole } from '../accounts/door.ts';
import type { Charges, HandingOver } from '../charges.ts';
import type { Handlers } from '../handler.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { chargeOfElders, chargeOfKeys } from './charges-of-elders.ts';
import { chargeOfGrants } from './charges-of-grants.ts';
import { confirmFacts } from './confirm-facts.ts';
import { countKinds, followHandovers, handOver } from './hand-over.ts';
import { createHandoverStore, type HandoverStore } from './handover.store.ts';
import type { Room } from './room.ts';
import { listOrphans, showDependents } from './show-dependents.ts';
import { showQuality } from './show-quality.ts';
import { createStewardStore, type StewardStore } from './steward.store.ts';
import type { TwinStore } from './twin.store.ts';
import { chargesOf } from './who-leaves.ts';

/** What the commands of stewardship work with, beside the room's own parts. */
export interface StewardRoom extends Room {
  steward: StewardStore;
  handovers: HandoverStore;
  twins: TwinStore;
  /** What every room puts into people's hands; the other rooms add theirs in the composition. */
  charges: Charges[];
  /** Whose keys were ticked as handed over, for each run. */
  keysGiven: WeakMap<HandingOver, ReadonlySet<string>>;
  /** The roles in which somebody works or helps, not those of the old people and their families. */
  peopleRoles: readonly Role[];
}

type Of = Handlers<{ registry: typeof contract }>['registry'];

export interface Stewardship {
  handlers: Pick<Of, 'dependents' | 'handOver' | 'orphans' | 'qualityBoard' | 'confirmFacts'>;
  onLeave(charges: Charges): void;
  /** How much of each kind would be without anybody if this role ended; none: it may end. */
  leftBehind(ending: HeldRole): Promise<Record<string, number>>;
  followHandovers(): Promise<number>;
}

/** Nothing orphaned: who answers for what, handing over, and how good the files are. */
export function createStewardship(room: Room, db: Connection, cipher: FieldCipher, twins: TwinStore): Stewardship {
  const keysGiven: StewardRoom['keysGiven'] = new WeakMap();
  const steward = createStewardStore(db, cipher);
  const parts: StewardRoom = {
    ...{ ...room, steward, twins, keysGiven },
    handovers: createHandoverStore(db, cipher),
    charges: [
      chargeOfElders({ ...room, steward }),
      chargeOfKeys({ ...room, steward }, (handing, elderId) => keysGiven.get(handing)?.has(elderId) ?? false),
      chargeOfGrants(room),
    ],
    peopleRoles: roleNames.filter((role) => role !== 'resident' && role !== 'family'),
  };
  return {
    onLeave: (charges) => void parts.charges.push(charges),
    async leftBehind(ending) {
      if (!parts.peopleRoles.includes(ending.role) || ending.state !== 'active') return {};
      const { streetId, accountId, assignmentId } = ending;
      const held = await room.accounts.holders(streetId, parts.peopleRoles);
      const stays = held.filter((one) => one.accountId === accountId && one.assignmentId !== assignmentId);
      const left = await chargesOf(parts, { streetId, accountId, ends: [ending], stays });
      return Object.fromEntries(countKinds(left).map(({ kind, count }) => [kind, count]));
    },
    followHandovers: followHandovers(parts),
    handlers: {
      dependents: showDependents(parts),
      handOver: handOver(parts),
      orphans: listOrphans(parts),
      qualityBoard: showQuality(parts),
      confirmFacts: confirmFacts(parts),
    },
  };
}
