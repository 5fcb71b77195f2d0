import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { type FieldName, fieldRow } from '@wubian/shared/registry/fields.ts';
import { sayField } from '@wubian/shared/registry/say-field.ts';
import type { Handler } from '../handler.ts';
import type { StoredChange } from './elder.store.ts';
import { namesFor } from './elder-names.ts';
import type { Facts } from './elder-seal.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';
import { words } from './words.ts';

/** A change with what stood in its fields after it: taken from the newer change that replaced it, else from the file. */
const withAfter = (changes: readonly StoredChange[], now: Facts) => {
  const after: Partial<Record<FieldName, unknown>> = { ...now };
  return changes.map((change) => {
    const fields = change.fields.map((field) => ({ field, after: after[field], before: change.before?.[field] }));
    for (const { field, before } of fields) after[field] = before;
    return { ...change, fields };
  });
};

/** The story of a file: who changed what, when and why; hidden values masked on both sides. */
export const showHistory =
  ({ elders, streets, accounts }: Room): Handler<typeof registry.elderHistory> =>
  async (actor, { elderId, field: only }) => {
    const scope = scopeOf(actor);
    const [elder, changes] = await Promise.all([elders.byId(scope, elderId), elders.history(scope, elderId)]);
    if (!elder) throw new Refusal('elder_not_found');
    const workers = changes.flatMap(({ by, before }) => [by, before?.responsibleId ?? null]);
    const street = await streets.street(actor.streetId);
    const names = await namesFor(accounts, street, [...workers, elder.facts.responsibleId]);
    const say = (field: FieldName, value: unknown) => sayField(field, value as never, names, true);
    return {
      items: withAfter(changes, elder.facts).flatMap(({ version, at, by, why, source, fields }) => {
        const told = fields.filter(({ field }) => only === undefined || field === only);
        if (!told.length) return [];
        return [
          {
            version,
            at: at.toISOString(),
            byName: source === 'rule' ? words.byRule : names.person(by),
            why,
            source,
            fields: told.flatMap(({ field, before, after }) => {
              const shown = {
                field,
                label: fieldRow(field).label,
                before: say(field, before),
                after: say(field, after),
              };
              return shown.before || shown.after ? [shown] : [];
            }),
          },
        ];
      }),
    };
  };
