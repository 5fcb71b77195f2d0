import type { office } from '@wubian/shared/office/contract.ts';
import { type ParameterValue, sayValue, schemaOf } from '@wubian/shared/office/parameter-forms.ts';
import { type ParameterName, parameterRow } from '@wubian/shared/office/parameters.ts';
import { badField, Refusal, refusals } from '@wubian/shared/refusals.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import type { OfficeDeps } from './index.ts';
import { presentParameter } from './parameter.presenter.ts';

/** Plans are made for the near future; a slip of the pen in the year is found here. */
const farthestYears = 5;

function checkValue(key: ParameterName, value: ParameterValue): ParameterValue {
  const { form } = parameterRow(key);
  if (form.as === 'fixed') throw new Refusal('parameter_fixed');
  const checked = schemaOf(form).safeParse(value);
  if (!checked.success) throw badField('value', checked.error.issues[0]!.message);
  return checked.data;
}

function checkDay(from: string, today: string): void {
  if (from < today) {
    throw new Refusal('parameter_past', { fields: [{ field: 'from', words: refusals.parameter_past.words }] });
  }
  const last = `${Number(today.slice(0, 4)) + farthestYears}${today.slice(4)}`;
  if (from > last) throw badField('from', `日期太远了，请选 ${farthestYears} 年以内的日期`);
}

/** Puts a value in force from its first day on, today or later: no day before today ever gets another value. */
export const setParameter =
  ({ streets, clock }: OfficeDeps): Handler<typeof office.setParameter> =>
  async ({ streetId, accountId, name }, { key, id, version, from, value, reason }, call) => {
    const at = clock();
    const day = dayOf(at);
    const show = async () => ({
      day,
      parameter: presentParameter(key, await streets.parameterHistory(streetId, key), day),
    });
    const isMade = async (): Promise<boolean> =>
      (await streets.parameterHistory(streetId, key)).changes.some((change) => change.id === id);
    if (await isMade()) return show();

    const checked = checkValue(key, value);
    checkDay(from, day);
    const { label, form } = parameterRow(key);
    call.about({ what: `${label}：${sayValue(form, checked)}，${from} 起` });
    const change = { id, from, value: checked, by: accountId, byName: name, at, reason, withdrawn: null };
    const added = await streets.addParameter(streetId, key, version, change);
    // Another process may have made this very change a moment ago.
    if (!added && !(await isMade())) throw new Refusal('parameter_changed');
    return show();
  };
