import type { Actor } from '../actor.ts';
import { keepBriefly } from '../keep-briefly.ts';
import type { Deps } from './deps.ts';
import type { Standing } from './task.policy.ts';
import type { Profile } from './volunteer.store.ts';

type Serving = NonNullable<Standing['volunteer']>;
type Whose = Pick<Actor, 'streetId' | 'accountId'>;

/** As long as a session (decisions/0005), and for the same reason: it is needed with every page of the list. */
const profileMs = 2_000;
/** Family ties change a few times in a life. */
const kinMs = 30_000;

/** A volunteer's profile and the elders of her own family. */
export interface KeptServing {
  /** Seconds old: for what she is offered and shown. What decides is read anew, as claim-task.ts does. */
  of(volunteer: Whose): Promise<Serving>;
  forget(streetId: string, accountId: string): void;
}

export function keepServing({
  volunteers,
  registry,
  clock,
}: Pick<Deps, 'volunteers' | 'registry' | 'clock'>): KeptServing {
  const profiles = keepBriefly<Profile>(clock, profileMs);
  const ties = keepBriefly<string[]>(clock, kinMs);
  const keyOf = (streetId: string, accountId: string): string => `${streetId}:${accountId}`;
  return {
    async of({ streetId, accountId }) {
      const key = keyOf(streetId, accountId);
      const [profile, kin] = await Promise.all([
        profiles.get(key, () => volunteers.profile(streetId, accountId)),
        ties.get(key, () => registry.kinOf(accountId, streetId)),
      ]);
      return { profile, kin };
    },
    forget: (streetId, accountId) => profiles.forget(keyOf(streetId, accountId)),
  };
}
