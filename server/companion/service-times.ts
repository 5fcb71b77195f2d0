import { badField, Refusal } from '@wubian/shared/refusals.ts';

/** How far a phone's clock may run ahead of the server's. */
const aheadMs = 5 * 60_000;

/**
 * The instant that a phone noted. It may be long ago, since a phone without network submits later; it may not lie in
 * the future, nor before what must have come first. Throws `service_times_wrong`.
 */
export function notedAt(at: string, now: Date, notBefore: Date): Date {
  const noted = new Date(at);
  if (Number.isNaN(noted.getTime())) throw badField('at', '时间格式不对');
  const wrong = (words: string) => new Refusal('service_times_wrong', { fields: [{ field: 'at', words }] });
  if (noted.getTime() > now.getTime() + aheadMs) throw wrong('时间还没到，请检查手机的时间');
  if (noted.getTime() + aheadMs < notBefore.getTime()) throw wrong('时间太早，请检查手机的时间');
  return noted < notBefore ? notBefore : noted;
}
