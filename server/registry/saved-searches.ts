import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

/** Keeps a filter under a name; a repeat of the same is the same. */
export const saveSearch =
  ({ searches, now }: Room): Handler<typeof registry.saveSearch> =>
  async (actor, search) => {
    if (!(await searches.save(actor, search, now()))) throw new Refusal('id_taken');
    return { id: search.id };
  };

/** One's own filters, the oldest first. */
export const listSearches =
  ({ searches }: Room): Handler<typeof registry.listSearches> =>
  async (actor) => ({ items: await searches.of(actor) });

/** Throws away one of one's own filters. */
export const dropSearch =
  ({ searches }: Room): Handler<typeof registry.dropSearch> =>
  async (actor, { searchId }) => {
    if (!(await searches.drop(actor, searchId))) throw new Refusal('not_found');
    return { done: true };
  };
