import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { type registry, revealReasons } from '@wubian/shared/registry/contract.ts';
import { fieldRow } from '@wubian/shared/registry/fields.ts';
import { sayField } from '@wubian/shared/registry/say-field.ts';
import type { Handler } from '../handler.ts';
import { namesFor } from './elder-names.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

/** Shows hidden values in full, for a reason; the border keeps the record before the answer leaves. */
export const reveal =
  ({ elders, streets, accounts }: Room): Handler<typeof registry.reveal> =>
  async (actor, { elderId, fields, reason, words: typed }, call) => {
    if (reason === 'other' && !typed) throw badField('words', words.sayWhy);
    const elder = await elders.byId(scopeOf(actor), elderId);
    if (!elder) throw new Refusal('elder_not_found');
    const labels = fields.map((field) => fieldRow(field).label);
    const said = [revealReasons[reason], typed].filter(Boolean).join('：');
    call.about({ elderIds: [elderId], what: labels.join('、'), reason: said, reveal: true });
    const names = await namesFor(accounts, await streets.street(actor.streetId), []);
    return {
      fields: fields.map((field, i) => ({
        field,
        label: labels[i]!,
        said: sayField(field, elder.facts[field], names, false),
      })),
    };
  };
