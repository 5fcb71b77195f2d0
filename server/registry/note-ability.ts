import type { RegistryDoor } from './door.ts';
import { changedFields } from './elder-form.ts';
import type { Room } from './room.ts';
import { wholeStreet } from './scope.ts';
import { words } from './words.ts';

const mostTries = 5;

/** Sets what the newest valid assessment says; safe to repeat. Somebody else's edit at the same moment is kept. */
export const noteAbility =
  ({ elders, now }: Room): RegistryDoor['noteAbility'] =>
  async (streetId, elderId, { level, on }, { accountId, why }) => {
    for (let tries = 0; tries < mostTries; tries++) {
      const before = await elders.byId(wholeStreet(streetId), elderId);
      if (!before) return;
      const facts = { ...before.facts, abilityLevel: level, abilityOn: on };
      const fields = changedFields(before.facts, facts);
      if (!fields.length) return;
      const said = why || words.assessed(level);
      const write = {
        from: before.version,
        by: accountId,
        at: now(),
        why: said,
        source: 'assessment' as const,
        fields,
      };
      if ((await elders.change(before, facts, write)) === 'changed') return;
    }
    throw new Error(`the file ${elderId} is changed again and again`);
  };
