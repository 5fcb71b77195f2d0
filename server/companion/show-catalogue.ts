import type { companion } from '@wubian/shared/companion/contract.ts';
import { defaultCatalogue } from '@wubian/shared/office/parameter-forms.ts';
import type { Handler } from '../handler.ts';
import type { Deps } from './deps.ts';

/**
 * What the caller's street offers today, in its order and words, and what opens by itself. What the rules have closed
 * is left out as well. Someone without a role yet sees the whole catalogue.
 */
export const showCatalogue =
  ({ streets }: Deps): Handler<typeof companion.catalogue> =>
  async (caller) => {
    if (caller.role === null) {
      return {
        items: defaultCatalogue.map(({ kind, label, about }) => ({ kind, label, about, opensByItself: false })),
      };
    }
    const [catalogue, { closedKinds, autoOpenKinds }] = await Promise.all([
      streets.parameter(caller.streetId, 'catalogue'),
      streets.rules(caller.streetId),
    ]);
    return {
      items: catalogue
        .filter(({ kind, offered }) => offered && !closedKinds.includes(kind))
        .map(({ kind, label, about }) => ({ kind, label, about, opensByItself: autoOpenKinds.includes(kind) })),
    };
  };
