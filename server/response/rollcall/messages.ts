import { reasons } from '@wubian/shared/response/rollcall/labels.ts';
import type { MessageToSend } from '../../notices/door.ts';
import type { Person, StoredRollCall } from './stored.ts';
import { words } from './words.ts';

/** What callers read of why and what for. */
export const saidOf = ({ words: own, reason }: Pick<StoredRollCall, 'words' | 'reason'>): string =>
  own || reasons[reason].words;

/** One message to one caller; `cause` makes its id, so that a second run sends none anew. */
export function messageTo(
  call: StoredRollCall,
  to: Person & { phone: string | null },
  { cause, body, at }: { cause: string; body: string; at: Date },
): MessageToSend {
  const mark = call.drill ? words.drill : '';
  const { _id, streetId, reason } = call;
  return {
    id: `${_id}:${cause}:${to.accountId}`,
    ...{ streetId, kind: 'rollCall', incidentId: null, house: _id, at, code: null },
    to: { accountId: to.accountId, role: to.role, name: to.name, phone: to.phone },
    channels: ['app', 'wechat'],
    otherwise: ['sms'],
    title: `${mark}${words.title(reasons[reason].label)}`,
    body: `${mark}${body}`,
  };
}
