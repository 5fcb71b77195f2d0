import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import QRCode from 'qrcode';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';
import { newTotpSecret, totpUri } from './totp.ts';

/** Makes a secret that works once its first code was entered; until then it may be made anew. */
export const startSecondFactor =
  ({ secondFactors }: Room): Handler<typeof contract.startSecondFactor> =>
  async ({ accountId, name }) => {
    const secret = newTotpSecret();
    if (!(await secondFactors.begin(accountId, secret))) throw new Refusal('second_factor_set');
    const uri = totpUri(secret, name || '工作人员');
    return { secret, uri, qr: await QRCode.toString(uri, { type: 'svg', margin: 2 }) };
  };
