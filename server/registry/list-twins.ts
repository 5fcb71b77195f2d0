import { badField } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { readIdNumber } from '@wubian/shared/registry/id-number.ts';
import { isClosedFile } from '@wubian/shared/registry/merging.ts';
import { type TwinReason, twinReasons } from '@wubian/shared/registry/twin-reasons.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { aroundOf } from './around.ts';
import { presentRow } from './elder.presenter.ts';
import { pairsOf } from './find-twins.ts';
import type { MergeRoom as Room } from './merging.ts';
import { scopeOf } from './scope.ts';
import { twoFiles } from './show-pair.ts';
import { words } from './words.ts';

const say = (reasons: readonly TwinReason[]) => reasons.map((reason) => ({ reason, label: twinReasons[reason] }));

function readPlace(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!/^[0-9a-f]{24}:[0-9a-f]{24}$/.test(place)) throw badField('cursor', words.badCursor);
  return place;
}

/** Pairs that may be one person's; only those of which the caller reaches both files. */
export const listTwins =
  (room: Room): Handler<typeof registry.listTwins> =>
  async (actor, { communityId, state, limit, cursor }) => {
    const scope = scopeOf(actor);
    const after = cursor === undefined ? undefined : readPlace(cursor);
    const found = await room.twins.page(scope, { communityId, state, after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const rows = await room.elders.rows(
      scope,
      shown.flatMap(({ ids }) => ids),
    );
    const people = [
      ...rows.map(({ responsibleId }) => responsibleId),
      ...shown.map(({ dismissed }) => dismissed?.by ?? null),
    ];
    const around = await aroundOf(room, actor.streetId, people);
    const byId = new Map(rows.flatMap((row) => (isClosedFile(row.status) ? [] : [[row.id, presentRow(row, around)]])));
    return {
      items: shown.flatMap(({ ids: [a, b], reasons, foundAt, dismissed }) => {
        const [left, right] = [byId.get(a), byId.get(b)];
        if (!left || !right) return [];
        const said = dismissed && {
          byName: around.names.person(dismissed.by),
          at: dismissed.at.toISOString(),
          why: dismissed.why,
        };
        return [{ left, right, reasons: say(reasons), foundAt: foundAt.toISOString(), dismissed: said }];
      }),
      next: found.length > limit ? Buffer.from(shown.at(-1)!.ids.join(':')).toString('base64url') : null,
    };
  };

/** Before a new file is made: those that may be the same person's, in the caller's area; elsewhere only that there are. */
export const twinsOf =
  (room: Room): Handler<typeof registry.twinsOf> =>
  async (actor, typed) => {
    const { twins, elders, now } = room;
    const { streetId } = actor;
    const read = typed.idNumber ? readIdNumber(typed.idNumber, dayOf(now())) : null;
    const idNumber = read?.ok ? read.number : null;
    const birthDate = typed.birthDate ?? (read?.ok ? read.birthDate : null);
    const facts = twins.typedFacts(streetId, { ...typed, idNumber, birthDate });
    const [pairs, holder] = await Promise.all([
      pairsOf(room, streetId, facts),
      idNumber === null ? null : twins.holding(streetId, idNumber),
    ]);
    const reasonsOf = new Map(pairs.map(({ ids: [, id], reasons }) => [id, reasons]));
    const ids = [...new Set([...(holder ? [holder.id] : []), ...reasonsOf.keys()])];
    const rows = await elders.rows(scopeOf(actor), ids);
    const around = await aroundOf(
      room,
      streetId,
      rows.map(({ responsibleId }) => responsibleId),
    );
    return {
      items: rows.slice(0, 20).map((row) => ({
        elder: presentRow(row, around),
        reasons: say(reasonsOf.get(row.id) ?? []),
        sameIdNumber: row.id === holder?.id,
      })),
      elsewhere: rows.length < ids.length,
    };
  };

/** Two people after all: the pair is not shown again. */
export const dismissTwins =
  (room: Room): Handler<typeof registry.dismissTwins> =>
  async (actor, { leftId, rightId, why }, call) => {
    const [left, right] = await twoFiles(room, actor, leftId, rightId);
    call.about({ elderIds: [leftId, rightId], reason: why });
    const at = (file: typeof left) => ({ id: file.id, communityId: file.facts.address.communityId });
    await room.twins.dismiss(actor.streetId, [at(left), at(right)], { by: actor.accountId, at: room.now(), why });
    return { done: true };
  };
