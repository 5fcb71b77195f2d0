import { isAtHome } from '@wubian/shared/registry/life.ts';
import { isLeft } from '@wubian/shared/response/rollcall/labels.ts';
import type { LifeFollower } from '../../registry/door.ts';
import type { Deps } from './deps.ts';
import { hint } from './hint.ts';
import { bySystem } from './stored.ts';
import { words } from './words.ts';

/** Stops asking after somebody who is not at home any more. What has been said about her stays. */
export const createLifeFollower = (deps: Deps): LifeFollower => {
  const asked = async (streetId: string, elderId: string) =>
    (await deps.rows.aboutElders(streetId, [elderId])).filter(({ state }) => isLeft(state));
  return {
    async follow({ streetId, elderId, status }) {
      if (isAtHome(status)) return;
      for (let rows = await asked(streetId, elderId), tries = 0; rows.length && tries < 5; tries++) {
        for (const row of rows) {
          const entry = { kind: 'leave' as const, by: bySystem, at: deps.clock() };
          const moved = await deps.rows.move(row, entry, { state: 'away', deadline: null });
          if (moved) hint(deps, moved);
        }
        rows = await asked(streetId, elderId);
      }
    },
    async foresee({ streetId, elderId, status }) {
      return !isAtHome(status) && (await asked(streetId, elderId)).length ? [words.notAtHome] : [];
    },
    cancelled: async () => [],
  };
};
