import type { office } from '@wubian/shared/office/contract.ts';
import { parameterNames } from '@wubian/shared/office/parameters.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import type { OfficeDeps } from './index.ts';
import { presentParameter } from './parameter.presenter.ts';

/** The parameter centre: every parameter as it stands today. */
export const showParameters =
  ({ streets, clock }: OfficeDeps): Handler<typeof office.parameters> =>
  async ({ streetId }) => {
    const day = dayOf(clock());
    const present = async (key: (typeof parameterNames)[number]) =>
      presentParameter(key, await streets.parameterHistory(streetId, key), day);
    return { day, items: await Promise.all(parameterNames.map(present)) };
  };
