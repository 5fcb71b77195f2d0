import { Refusal } from '@wubian/shared/refusals.ts';
import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import { answers, mayAnswer, reasons } from '@wubian/shared/response/rollcall/labels.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Actor } from '../../actor.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { hint } from './hint.ts';
import { mayUndo, presentMine } from './present.ts';
import type { RowChange } from './row.store.ts';
import { incidentIdOf } from './step-worker.ts';
import { askedNow, type By, type StoredRollCall, type StoredRow } from './stored.ts';
import { words as said } from './words.ts';

const mostTries = 6;

const byOf = ({ accountId, name, role }: Actor): By => ({ accountId, name, role, relation: '' });

/** Who has been asked about her, and staff who answer for the place. */
const mayTouch = ({ accountId, role, communityIds }: Actor, { calledIds, communityId }: StoredRow): boolean =>
  calledIds.includes(accountId) ||
  (roles[role].staff && (roles[role].scope === 'street' || communityIds.includes(communityId)));

/** A row that the actor may answer; throws `roll_call_row_not_found`. */
async function rowOf(deps: Deps, actor: Actor, rowId: string): Promise<{ row: StoredRow; call: StoredRollCall }> {
  const row = await deps.rows.byId(actor.streetId, rowId);
  const call = row && (await deps.calls.byId(actor.streetId, row.rollCallId));
  if (!call || !mayTouch(actor, row)) throw new Refusal('roll_call_row_not_found');
  return { row, call };
}

const isKnown = ({ history }: StoredRow, id: string): boolean => history.some((entry) => entry.id === id);

/** What an answer makes of the row. An own "not found" is passed on at once: the clock asks the next. */
async function changeBy(
  deps: Deps,
  { row, call }: { row: StoredRow; call: StoredRollCall },
  { actor, answer, words, id, at }: { actor: Actor; answer: keyof typeof answers; words: string; id: string; at: Date },
): Promise<RowChange> {
  const state = answers[answer].to;
  if (answer === 'safe') return { state, deadline: null };
  if (answer === 'onTheWay') return { state, deadline: new Date(at.getTime() + call.minutes * 60_000) };
  if (answer === 'notFound') {
    const isAsked = askedNow(row)?.accountId === actor.accountId || roles[actor.role].staff;
    return isAsked ? { state, deadline: at } : {};
  }
  const { streetId, elderId, _id } = row;
  const { incidentId } = await deps.incidents.raise({
    ...{ id: incidentIdOf(_id, id), streetId, elderId, source: 'rollCall', by: byOf(actor), drill: call.drill },
    words: [said.help(reasons[call.reason].label), words].filter(Boolean).join(''),
  });
  return { state, deadline: null, incidentId };
}

/** One tap about one old person. The same tap again is the same answer. */
export const answerRollCall =
  (deps: Deps): Handler<typeof rollCallEndpoints.answerRollCall> =>
  async (actor, { rowId, id, answer, words }, about) => {
    const street = await deps.streets.street(actor.streetId);
    for (let tries = 0; tries < mostTries; tries++) {
      const { row, call } = await rowOf(deps, actor, rowId);
      about.about({ elderIds: [row.elderId], what: '回点名' });
      if (isKnown(row, id)) return presentMine(row, street, actor.accountId);
      if (!row.open) throw new Refusal('roll_call_over');
      if (!mayAnswer(answer, row.state)) throw new Refusal('roll_call_row_moved');
      const at = deps.clock();
      const change = await changeBy(deps, { row, call }, { actor, answer, words, id, at });
      const moved = await deps.rows.move(row, { id, kind: answer, by: byOf(actor), at }, change);
      if (!moved) continue;
      hint(deps, moved);
      if (answer === 'notFound') deps.poke();
      return presentMine(moved, street, actor.accountId);
    }
    throw new Refusal('busy');
  };

/** Takes back the tap that was made last, if nobody has been called because of it. */
export const undoAnswer =
  (deps: Deps): Handler<typeof rollCallEndpoints.undoRollCallAnswer> =>
  async (actor, { rowId, id }, about) => {
    const { row } = await rowOf(deps, actor, rowId);
    about.about({ elderIds: [row.elderId], what: '收回点名的回答' });
    const street = await deps.streets.street(actor.streetId);
    if (isKnown(row, id)) return presentMine(row, street, actor.accountId);
    if (!row.open) throw new Refusal('roll_call_over');
    if (!mayUndo(row, actor.accountId)) throw new Refusal('roll_call_row_moved');
    const { was } = row.history.at(-1)!;
    const moved = await deps.rows.move(row, { id, kind: 'undo', by: byOf(actor), at: deps.clock() }, was);
    if (!moved) throw new Refusal('roll_call_row_moved');
    hint(deps, moved);
    deps.poke();
    return presentMine(moved, street, actor.accountId);
  };

/** The rows of running roll-calls about which the actor is asked, the open ones first. */
export const listMine =
  (deps: Deps): Handler<typeof rollCallEndpoints.myRollCalls> =>
  async ({ streetId, accountId }) => {
    const [rows, street] = await Promise.all([deps.rows.askedOf(streetId, accountId), deps.streets.street(streetId)]);
    const byCall = Map.groupBy(rows, ({ rollCallId }) => rollCallId);
    const lists = await Promise.all(
      [...byCall].map(async ([id, hers]) => {
        const call = await deps.calls.byId(streetId, id);
        if (!call) return [];
        const { reason, drill, startedAt } = call;
        return [
          {
            ...{ id, drill, startedAt: startedAt.toISOString(), reasonLabel: reasons[reason].label },
            words: call.words || reasons[reason].words,
            rows: hers.map((row) => presentMine(row, street, accountId)),
          },
        ];
      }),
    );
    return { items: lists.flat(), now: deps.clock().toISOString() };
  };

/** Door and number of somebody about whom the actor is asked, while the roll-call runs; entered in the audit. */
export const showDoor =
  (deps: Deps): Handler<typeof rollCallEndpoints.showRollCallDoor> =>
  async (actor, { rowId }, about) => {
    const { row } = await rowOf(deps, actor, rowId);
    if (!row.open) throw new Refusal('roll_call_over');
    const elder = await deps.registry.elder(actor.streetId, row.elderId);
    if (!elder) throw new Refusal('roll_call_row_not_found');
    about.about({ elderIds: [row.elderId], what: '点名时看门牌和电话', reveal: true });
    return { door: elder.door, doorNotes: elder.doorNotes, phone: elder.phone };
  };
