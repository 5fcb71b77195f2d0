import type { office } from '@wubian/shared/office/contract.ts';
import { parameterRow } from '@wubian/shared/office/parameters.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import type { OfficeDeps } from './index.ts';
import { presentParameter } from './parameter.presenter.ts';

/** Takes a planned change back before its day; it stays in the history as withdrawn. */
export const withdrawParameter =
  ({ streets, clock }: OfficeDeps): Handler<typeof office.withdrawParameter> =>
  async ({ streetId, accountId, name }, { key, changeId, reason }, call) => {
    const at = clock();
    const day = dayOf(at);
    call.about({ what: parameterRow(key).label });
    const marked = await streets.withdrawParameter(streetId, key, changeId, {
      at,
      by: accountId,
      byName: name,
      reason,
    });
    const history = await streets.parameterHistory(streetId, key);
    const change = history.changes.find(({ id }) => id === changeId);
    if (!change) throw new Refusal('not_found');
    if (!marked && !change.withdrawn) throw new Refusal('parameter_begun');
    return { day, parameter: presentParameter(key, history, day) };
  };
