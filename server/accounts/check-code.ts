import { Refusal } from '@wubian/shared/refusals.ts';
import type { Room } from './room.ts';

/** Entries from one address: far above what people need, far below what guessing needs. */
const perAddress = { max: 120, windowSeconds: 3600 };

/** Consumes a code sent to a number, or throws `code_wrong`, `code_expired` or `too_many_tries`. */
export async function checkCode(
  { codes, limits, now }: Pick<Room, 'codes' | 'limits' | 'now'>,
  { phone, code }: { phone: string; code: string },
  address: string,
): Promise<void> {
  await limits.take(`code-entry:address:${address}`, perAddress, now());
  const check = await codes.take(phone, code, now());
  if (check !== 'right') throw new Refusal(check === 'wrong' ? 'code_wrong' : 'code_expired');
}
