import { Refusal } from '@wubian/shared/refusals.ts';
import { relationLabels } from '@wubian/shared/registry/contract.ts';
import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import { isLeft } from '@wubian/shared/response/rollcall/labels.ts';
import type { Handler } from '../../handler.ts';
import type { Deps } from './deps.ts';
import { hint } from './hint.ts';
import { presentAboutMe } from './present.ts';

/** Running roll-calls that ask after the actor, or after somebody whom she may act for. */
export const listAboutMe =
  (deps: Deps): Handler<typeof rollCallEndpoints.rollCallsAboutMe> =>
  async (actor) => {
    const { streetId } = actor;
    const ids = (await deps.registry.eldersOf(actor)).map(({ elderId }) => elderId);
    if (ids.length === 0) return { items: [] };
    const rows = await deps.rows.aboutElders(streetId, ids);
    const items = rows.map(async (row) => {
      const call = await deps.calls.byId(streetId, row.rollCallId);
      return call ? [presentAboutMe(row, call)] : [];
    });
    return { items: (await Promise.all(items)).flat() };
  };

/** The elder says herself that she is well, or her family says so; kept apart. The same tap again is the same. */
export const sayFine =
  (deps: Deps): Handler<typeof rollCallEndpoints.sayFine> =>
  async (actor, { rowId, id }, about) => {
    const { streetId, accountId, name, role } = actor;
    for (let tries = 0; tries < 6; tries++) {
      const row = await deps.rows.byId(streetId, rowId);
      const reach = row && (await deps.registry.reach(actor, row.elderId));
      const call = row && (await deps.calls.byId(streetId, row.rollCallId));
      const isHers = reach && (role === 'resident' || role === 'family');
      if (!isHers || !call) throw new Refusal('roll_call_row_not_found');
      about.about({ elderIds: [row.elderId], what: '点名时说平安' });
      if (row.history.some((entry) => entry.id === id)) return presentAboutMe(row, call);
      if (!row.open) throw new Refusal('roll_call_over');
      if (!isLeft(row.state)) throw new Refusal('roll_call_row_moved');
      const relation = reach.relation ? relationLabels[reach.relation] : '';
      const kind = role === 'resident' ? ('self' as const) : ('family' as const);
      const entry = { id, kind, by: { accountId, name, role, relation }, at: deps.clock() };
      const moved = await deps.rows.move(row, entry, { state: 'safe', deadline: null });
      if (!moved) continue;
      hint(deps, moved);
      return presentAboutMe(moved, call);
    }
    throw new Refusal('busy');
  };
