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
  /** At most two seconds old: for what she is offered and shown. What decides is read anew, as claim-task.ts does. */
  of(volunteer: Whose): Promise<Serving>;
  forget(streetId: string, accountId: string): void;
}

export function keepServing({
  volunteers,
  registry,
  clock,
}: Pick<Deps, 'volunteers' | 'registry' | 'clock'>): KeptServing {
  const kept = keepBriefly<Serving>(clock, freshMs);
  async function look({ streetId, accountId }: Whose): Promise<Serving> {
    const [profile, kin] = await Promise.all([
      volunteers.profile(streetId, accountId),
      registry.kinOf(accountId, streetId),
    ]);
    return { profile, kin };
  }
  return {
    of: (whose) => kept.get(`${whose.streetId}:${whose.accountId}`, () => look(whose)),
    forget: (streetId, accountId) => kept.forget(`${streetId}:${accountId}`),
  };
}
