import { dayOf, timeOf } from '@wubian/shared/time.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import { channelLabels } from './channels/channel.ts';
import type { FactsStore } from './messages/facts.store.ts';

/** What this room holds about an old person: the messages that went out about her. All of it goes with her. */
export const noticesKeeper = (facts: FactsStore): PersonKeeper => ({
  async personData(streetId, elderId) {
    const messages = await facts.ofHouse(streetId, elderId);
    if (messages.length === 0) return [];
    return [
      {
        title: '为她发出的消息',
        items: messages.map(({ queuedAt, channel, to, title, body }) => ({
          title: `${dayOf(queuedAt)} ${timeOf(queuedAt)} ${channelLabels[channel]}`,
          fields: [
            { label: '发给', said: to.name },
            { label: '内容', said: [title, body].filter(Boolean).join('，') },
          ].filter(({ said }) => said !== ''),
        })),
      },
    ];
  },
  hindrance: async () => '',
  async foresee(streetId, elderId) {
    return { goes: (await facts.countOfHouse(streetId, elderId)) ? ['为她发出的短信、电话和微信消息'] : [], kept: [] };
  },
  erase: (streetId, elderId) => facts.removeHouse(streetId, elderId),
});
