import { expect, test } from 'vitest';
import { deliveryLines } from './delivery-lines.ts';

type Delivery = Parameters<typeof deliveryLines>[0][number];

const sms = (more: Partial<Delivery>): Delivery => ({
  ...{ name: '刘芳', channel: 'sms', channelLabel: '短信', queuedAt: '2026-05-06T00:30:00.000Z', sentAt: null },
  ...{ deliveredAt: null, seenAt: null, acceptedAt: null, failed: null },
  ...more,
});

test('a person has one line per way, with the latest of each fact', () => {
  const first = sms({ sentAt: '2026-05-06T00:30:01.000Z', deliveredAt: '2026-05-06T00:30:05.000Z' });
  const second = sms({ queuedAt: '2026-05-06T00:31:00.000Z', sentAt: '2026-05-06T00:31:01.000Z' });
  const call = sms({ channel: 'voice', channelLabel: '电话语音', queuedAt: '2026-05-06T00:30:30.000Z' });
  const lines = deliveryLines([second, call, first]);
  expect(lines.map(({ channel, count }) => [channel, count])).toEqual([
    ['sms', 2],
    ['voice', 1],
  ]);
  expect(lines[0]).toMatchObject({ sentAt: second.sentAt, deliveredAt: first.deliveredAt, seenAt: null });
});

test('a failure stands until a later message went through', () => {
  const failed = sms({ failed: '号码是空号' });
  const later = sms({ queuedAt: '2026-05-06T00:31:00.000Z', sentAt: '2026-05-06T00:31:01.000Z' });
  expect(deliveryLines([failed])[0]?.failed).toBe('号码是空号');
  expect(deliveryLines([failed, later])[0]?.failed).toBeNull();
});
