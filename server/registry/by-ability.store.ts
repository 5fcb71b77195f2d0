import { caredFor } from '@wubian/shared/registry/life.ts';
import type { Connection } from 'mongoose';
import type { ByAbility } from './door.ts';
import { elderModel } from './elder.model.ts';
import { type Scope, scopeFilter } from './scope.ts';

type Condition = Record<string, unknown>;

/** After the place: files without a result come first, by id; then the others by the day of theirs. */
function afterCondition({ on, id }: { on: string | null; id: string }): Condition {
  if (on === null) return { $or: [{ abilityOn: null, _id: { $gt: id } }, { abilityOn: { $ne: null } }] };
  return { $or: [{ abilityOn: { $gt: on } }, { abilityOn: on, _id: { $gt: id } }] };
}

/** Those whom the street looks after, in the order in which they were last assessed. */
export function createByAbilityStore(db: Connection) {
  const Model = elderModel(db);
  return async (scope: Scope, asked: ByAbility) => {
    const which: Condition[] =
      'ids' in asked
        ? [{ _id: { $in: [...asked.ids] } }]
        : [
            { $or: [{ abilityOn: null }, { abilityOn: { $lte: asked.until } }] },
            ...(asked.after ? [afterCondition(asked.after)] : []),
          ];
    const found = await Model.find(
      { $and: [scopeFilter(scope), { status: { $in: [...caredFor] } }, ...which] },
      { name: 1, communityId: 1, abilityOn: 1 },
    )
      .sort({ abilityOn: 1, _id: 1 })
      .limit('ids' in asked ? asked.ids.length : asked.limit)
      .lean();
    return found.map(({ _id, name, communityId, abilityOn }) => ({
      id: _id as string,
      name,
      communityId,
      abilityOn: abilityOn ?? null,
    }));
  };
}
