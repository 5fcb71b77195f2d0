import { accountTopic, deskTopic } from '../../live/door.ts';
import type { Deps } from './deps.ts';
import type { StoredRow } from './stored.ts';

/** Tells the pages that stand open: the desk of the place, and whoever is asked about her. */
export const hint = (
  { live }: Pick<Deps, 'live'>,
  {
    streetId,
    communityId,
    rollCallId,
    calledIds,
  }: Pick<StoredRow, 'streetId' | 'communityId' | 'rollCallId' | 'calledIds'>,
): void =>
  void live.publish({
    topics: [deskTopic(streetId, communityId), deskTopic(streetId), ...calledIds.map(accountTopic)],
    kind: 'rollCall',
    id: rollCallId,
  });
