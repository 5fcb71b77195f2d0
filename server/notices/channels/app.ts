import { accountTopic, type Live } from '../../live/door.ts';
import type { NoticeToTell } from '../door.ts';
import { type Channel, ChannelRefused } from './channel.ts';

/** The list in the app, which is the record of truth, and a hint to whoever has it open. */
export const appChannel = (tell: (notices: readonly NoticeToTell[]) => Promise<void>, live: Live): Channel => ({
  name: 'app',
  async send({ messageId, streetId, kind, incidentId, to, title, body, at }) {
    const { accountId, role } = to;
    if (!accountId || !role) throw new ChannelRefused('badAddress', 'noAccount');
    const leadsTo = { taskId: null, grantId: null, incidentId };
    const urgent = kind !== 'reminder';
    await tell([{ id: messageId, streetId, accountId, role, title, body, at, urgent, ...leadsTo }]);
    void live.publish({ topics: [accountTopic(accountId)], kind: 'notice', id: messageId });
    return { providerId: null };
  },
});
