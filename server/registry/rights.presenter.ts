import type { Output } from '@wubian/shared/endpoint.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { rightsAskers, rightsKinds, rightsProofs, rightsStates } from '@wubian/shared/registry/rights.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import { foreseeErasure } from './foresee-erasure.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import type { StoredRights } from './rights.store.ts';
import { words } from './words.ts';

type Request = Output<typeof registry.askRights>;

/** Requests as a clerk reads them; of an open erasure what it would take away, and what the law keeps. */
export async function presentRights(room: PrivacyRoom, actor: Actor, all: readonly StoredRights[]): Promise<Request[]> {
  const [people, names] = await Promise.all([
    room.accounts.people(all.flatMap(({ by, done }) => [by, ...(done ? [done.by] : [])])),
    room.elders.names(
      actor.streetId,
      all.map(({ elderId }) => elderId),
    ),
  ]);
  const nameOf = (id: string) => people.get(id)?.name || words.someone;
  const today = dayOf(room.now());
  return Promise.all(
    all.map(async ({ id, elderId, kind, asker, askerName, proof, why, at, by, due, state, goes, kept, done }) => {
      const isOpen = state === 'open';
      const ahead = isOpen && kind === 'erase' ? await foreseeErasure(room, actor.streetId, elderId) : null;
      return {
        ...{ id, elderId, elderName: names.get(elderId) ?? words.erasedName, kind, kindLabel: rightsKinds[kind] },
        ...{ askerLabel: rightsAskers[asker], askerName, proofLabel: rightsProofs[proof], why },
        ...{ at: at.toISOString(), byName: nameOf(by), due, overdue: isOpen && due < today },
        ...{ state, stateLabel: rightsStates[state] },
        goes: ahead?.goes ?? goes,
        kept: ahead?.kept ?? kept,
        hindrance: ahead?.hindrance ?? '',
        done: done && { at: done.at.toISOString(), byName: nameOf(done.by), words: done.words },
        can: {
          export: isOpen && kind === 'export',
          erase: isOpen && kind === 'erase' && by !== actor.accountId && ahead?.hindrance === '',
          refuse: isOpen,
        },
      };
    }),
  );
}
