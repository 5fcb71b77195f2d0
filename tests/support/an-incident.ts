import type { Clock } from '../../server/clock.ts';
import type { ResponseRoom } from '../../server/response/index.ts';
import { newId } from '../../server/store/ids.ts';

/** A call for help for this elder, as a worker types it; answers its id. */
export async function anIncident(
  { response, clock }: { response: Pick<ResponseRoom, 'door'>; clock: Clock },
  streetId: string,
  elderId: string,
): Promise<string> {
  const by = { accountId: null, name: '测试', role: null, relation: '' };
  return (await response.door.raise({ id: newId(clock()), streetId, elderId, source: 'worker', by })).incidentId;
}
