import type { office } from '@wubian/shared/office/contract.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import type { OfficeDeps } from './index.ts';
import { presentParameter } from './parameter.presenter.ts';

/** One parameter with its whole history. */
export const showParameter =
  ({ streets, clock }: OfficeDeps): Handler<typeof office.parameter> =>
  async ({ streetId }, { key }) => {
    const day = dayOf(clock());
    return { day, parameter: presentParameter(key, await streets.parameterHistory(streetId, key), day) };
  };
