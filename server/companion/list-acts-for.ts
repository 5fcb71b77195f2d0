import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import { pageOf, readPlace } from './cursor.ts';
import type { Deps } from './deps.ts';
import { labelOf, sayBy } from './task.presenter.ts';

/** What others did in an elder's name, shown back to her and to those who may see her tasks. */
export const listActsFor =
  (deps: Deps): Handler<typeof companion.actsFor> =>
  async (actor, { elderId, limit, cursor }) => {
    const reach = await deps.registry.reach(actor, elderId);
    if (!reach?.scopes.includes('see')) throw new Refusal('elder_not_found');
    const acts = await deps.lists.actsFor(actor.streetId, elderId, limit + 1, readPlace(cursor, true));
    const { items, next } = pageOf(acts, limit, ({ entry, key }) => ({ at: entry.at, id: key }));
    return {
      items: items.map(({ _id, kind, kindLabel, entry }) => ({
        taskId: _id,
        kind,
        kindLabel,
        label: labelOf(entry),
        by: sayBy(entry.by, 'elderSide', actor.accountId),
        at: entry.at.toISOString(),
        words: entry.words,
      })),
      next,
    };
  };
