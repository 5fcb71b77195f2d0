import { Refusal } from '@wubian/shared/refusals.ts';
import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import { isLeft, rowStateNames } from '@wubian/shared/response/rollcall/labels.ts';
import type { Handler } from '../../handler.ts';
import { lookAt } from './area.ts';
import type { Deps } from './deps.ts';
import { messageTo } from './messages.ts';
import { addUp } from './show-roll-call.ts';
import { words } from './words.ts';

/** Between two reminders: nobody is rung up all the time. */
const pauseMs = 180_000;

/** Reminds everybody who is asked now and has not answered about all of hers; the same id again sends nothing anew. */
export const remindRollCall =
  (deps: Deps): Handler<typeof rollCallEndpoints.remindRollCall> =>
  async (actor, { rollCallId, id }, about) => {
    const { call, isWhole } = await lookAt(deps, actor, rollCallId);
    if (!isWhole) throw new Refusal('not_allowed');
    if (call.phase !== 'running') throw new Refusal('roll_call_over');
    about.about({ what: '再提醒点名' });
    const { streetId } = call;
    const at = deps.clock();
    const noted = await deps.calls.remind(streetId, rollCallId, id, at, new Date(at.getTime() - pauseMs));
    if (noted === 'tooSoon') throw new Refusal('roll_call_just_reminded');
    const [waiting, callers] = await Promise.all([
      deps.lists.waitingByCaller(streetId, rollCallId),
      deps.lists.callers(streetId, rollCallId),
    ]);
    const people = await deps.accounts.people([...waiting.keys()]);
    await deps.notices.send(
      [...waiting].map(([accountId, count]) =>
        messageTo(
          call,
          { ...callers.get(accountId)!, phone: people.get(accountId)?.phone ?? null },
          { cause: `remind:${id}`, body: words.remind(count), at },
        ),
      ),
    );
    return { people: waiting.size };
  };

/** Ends a roll-call; while nobody knows how somebody is, only with a reason. */
export const closeRollCall =
  (deps: Deps): Handler<typeof rollCallEndpoints.closeRollCall> =>
  async (actor, { rollCallId, reason }, about) => {
    const { call, area, isWhole } = await lookAt(deps, actor, rollCallId);
    if (!isWhole) throw new Refusal('not_allowed');
    about.about({ what: '结束点名', reason });
    const { streetId } = call;
    const { all } = addUp(await deps.lists.count(streetId, rollCallId, area), () => '');
    const left = rowStateNames.filter(isLeft).reduce((sum, state) => sum + all[state], 0);
    if ((left > 0 || !call.toldAt) && !reason) throw new Refusal('roll_call_reason_needed');
    const { accountId, name, role } = actor;
    const by = { accountId, name, role, relation: '' };
    if (!(await deps.calls.close(streetId, rollCallId, { by, at: deps.clock(), reason })))
      throw new Refusal('roll_call_over');
    deps.poke();
    return { done: true };
  };
