import type { Actor } from '../actor.ts';
import { keepBriefly } from '../keep-briefly.ts';
import type { Deps } from './deps.ts';
import type { Standing } from './task.policy.ts';

type Serving = NonNullable<Standing['volunteer']>;
type Whose = Pick<Actor, 'streetId' | 'accountId'>;

/** As long as a session (decisions/0005), and for the same reason: it is needed with every page of the list. */
const freshMs = 2_000;

/** A volunteer's profile and the elders of her own family. */
export interface KeptServing {
  /** For what she is offered and shown: at most two seconds old. */
  of(volunteer: Whose): Promise<Serving>;
  /** For what decides: read now. */
  now(volunteer: Whose): Promise<Serving>;
  forget(streetId: string, accountId: string): void;
}

export function keepServing({
  volunteers,
  registry,
  clock,
}: Pick<Deps, 'volunteers' | 'registry' | 'clock'>): KeptServing {
  const kept = keepBriefly<Serving>(clock, freshMs);
  async function now({ streetId, accountId }: Whose): Promise<Serving> {
    const [profile, kin] = await Promise.all([
      volunteers.profile(streetId, accountId),
      registry.kinOf(accountId, streetId),
    ]);
    return { profile, kin };
  }
  return {
    of: (whose) => kept.get(`${whose.streetId}:${whose.accountId}`, () => now(whose)),
    now,
    forget: (streetId, accountId) => kept.forget(`${streetId}:${accountId}`),
  };
}
