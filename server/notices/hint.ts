import { accountTopic, type Live } from '../live/door.ts';
import type { NoticesDoor } from './door.ts';

/** Stores notices, then hints to everybody who got one that her list is longer. */
export const hinted =
  (tell: NoticesDoor['tell'], live: Live): NoticesDoor['tell'] =>
  async (notices) => {
    await tell(notices);
    const topics = [...new Set(notices.map(({ accountId }) => accountTopic(accountId)))];
    if (topics.length) void live.publish({ topics, kind: 'notice', id: '' });
  };
