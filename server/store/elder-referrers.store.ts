import type { Connection } from 'mongoose';

/** Where the collections of other rooms name an elder: by one id, or among several. */
const places = [
  ['tasks', 'elderId'],
  ['ledger', 'elderId'],
  ['assessments', 'elderId'],
  ['riskEvents', 'elderId'],
  ['messages', 'elderId'],
  ['volunteers', 'ownElderIds'],
  ['grants', 'elderId'],
  ['consents', 'elderId'],
  ['rights', 'elderId'],
  ['glass', 'elderIds'],
  ['incidents', 'elderId'],
  ['rollCallRows', 'elderId'],
  ['devices', 'elderId'],
  ['merges', 'winnerId'],
  ['merges', 'loserId'],
] as const;

/**
 * Which of these elders anything in the house points at; each place in one query on its own index. What a batch has made
 * and somebody has since begun to work with is found by this.
 */
export const elderReferrers = (db: Connection) =>
  places.map(([collection, field]) => async (streetId: string, elderIds: readonly string[]): Promise<string[]> => {
    if (elderIds.length === 0) return [];
    const found = await db.db!.collection(collection).distinct(field, { streetId, [field]: { $in: [...elderIds] } });
    return found.filter((id): id is string => typeof id === 'string');
  });
