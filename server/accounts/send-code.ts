import { randomInt } from 'node:crypto';
import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

const validMinutes = 10;
const minute = 60;
const hour = 60 * minute;

/** What the SMS provider allows for one number (standards.md §5); refused here before it costs anything. */
const perNumber = [
  { max: 1, windowSeconds: minute },
  { max: 5, windowSeconds: hour },
  { max: 10, windowSeconds: 24 * hour },
];
/** A community centre signs in from one address, so this is wider than one person needs. */
const perAddress = { max: 30, windowSeconds: hour };

/**
 * Sends a code to a number, known or not: the answer is the same, so nobody can ask who has an account.
 * Throws `too_many_tries`, or `code_not_sent` when no message can go out.
 */
export const sendCode =
  ({ codes, limits, sms, demo, now }: Room): Handler<typeof contract.sendCode> =>
  async (_, { phone }, { address }) => {
    if (!sms && !demo) throw new Refusal('code_not_sent');
    const at = now();
    await limits.take(`code:address:${address}`, perAddress, at);
    for (const limit of perNumber) await limits.take(`code:number:${phone}`, limit, at);

    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await codes.put(phone, code, new Date(at.getTime() + validMinutes * minute * 1000));
    await sms?.send(phone, code);
    return { sent: true, validMinutes, demoCode: sms ? null : code };
  };
