import { Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { isGone } from '@wubian/shared/registry/life.ts';
import { checkedHowLabels } from '@wubian/shared/registry/stewardship.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';
import { scopeOf } from './scope.ts';

/** Writes down that somebody has made sure and nothing has changed: the file is not stale any more. */
export const confirmFacts =
  ({ elders, now }: Room): Handler<typeof registry.confirmFacts> =>
  async (actor, { elderId, version, how, words }, call) => {
    const scope = scopeOf(actor);
    const elder = await elders.byId(scope, elderId);
    if (!elder) throw new Refusal('elder_not_found');
    if (isGone(elder.status)) throw new Refusal('elder_closed');
    if (elder.merging) throw new Refusal('elder_merging');
    const at = now();
    const why = [checkedHowLabels[how], words].filter(Boolean).join('：');
    call.about({ elderIds: [elderId], reason: why });
    const write = { from: version, by: actor.accountId, at, why, source: 'form' as const, fields: [] };
    const written = await elders.change(elder, elder.facts, write);
    if (written !== 'changed' && !(await elders.hasWritten(scope, elderId, elder.facts, write)))
      throw new Refusal('elder_changed');
    const after = (await elders.byId(scope, elderId))!;
    return { version: after.version, updatedAt: after.updatedAt.toISOString() };
  };
