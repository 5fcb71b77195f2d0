import type { companion } from '@wubian/shared/companion/contract.ts';
import { kindNames } from '@wubian/shared/companion/kinds.ts';
import type { Handler } from '../handler.ts';
import type { Deps } from './deps.ts';

/** What the caller's street offers now, and what opens by itself. Someone without a role yet sees the whole catalogue. */
export const showCatalogue =
  ({ streets }: Deps): Handler<typeof companion.catalogue> =>
  async (caller) => {
    if (caller.role === null) return { items: kindNames.map((kind) => ({ kind, opensByItself: false })) };
    const { closedKinds, autoOpenKinds } = await streets.rules(caller.streetId);
    return {
      items: kindNames
        .filter((kind) => !closedKinds.includes(kind))
        .map((kind) => ({ kind, opensByItself: autoOpenKinds.includes(kind) })),
    };
  };
