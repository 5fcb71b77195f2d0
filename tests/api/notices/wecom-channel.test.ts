import { expect, it } from 'vitest';
import { openHouse } from './house.ts';

const house = await openHouse();
const { someone, message, send, outcome, wecom, clock, sender } = house;
const who = someone();
const toGroup = (title: string) => message(who, { channels: ['wecom'], otherwise: [], title, body: '水西里' });

it('what waits for the robot together is one message of at most 2,048 bytes; nothing is said twice or lost', async () => {
  const many = Array.from({ length: 200 }, (_, i) => toGroup(`第${i}件事`));
  await send(...many, toGroup('第7件事'));
  expect(wecom.texts.length).toBeLessThan(20);
  for (const text of wecom.texts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
  const lines = wecom.texts.flatMap((text) => text.split('\n').filter((line) => line.startsWith('【紧急】')));
  expect([...new Set(lines)].sort()).toEqual(many.map(({ title }) => `【紧急】${title}`).sort());
  for (const one of many) expect(await outcome(one)).toEqual(['wecom sent']);
});

it('a text beyond the limit is cut at a character', async () => {
  await send(toGroup('很长'.repeat(600)));
  expect(Buffer.byteLength(wecom.texts.at(-1)!)).toBeLessThanOrEqual(2_048);
  expect(wecom.texts.at(-1)).toMatch(/^【紧急】(很长)+很?…$/);
});

it('the 21st of a minute waits for the next one, and takes along what came meanwhile', async () => {
  clock.forward(60_000);
  const before = wecom.texts.length;
  for (let i = 0; i < 20; i++) await send(toGroup(`一件件来${i}`));
  expect(wecom.texts.length).toBe(before + 20);
  const late = [toGroup('晚到一'), toGroup('晚到二'), toGroup('晚到三')];
  for (const one of late) await send(one);
  expect(wecom.texts.length).toBe(before + 20);
  expect(await outcome(late[0]!)).toEqual(['wecom waits']);
  clock.forward(60_000);
  await sender.drain();
  expect(wecom.texts.slice(before + 20)).toEqual([
    '【紧急】晚到一\n水西里\n\n【紧急】晚到二\n水西里\n\n【紧急】晚到三\n水西里',
  ]);
  for (const one of late) expect(await outcome(one)).toEqual(['wecom sent']);
  expect(wecom.refused()).toBe(0);
});

it('45009 and 5xx are tried again, a wrong key is not', async () => {
  clock.forward(60_000);
  for (const how of [45_009, '5xx', 'hangUp'] as const) {
    wecom.failNext(how);
    const one = toGroup(`再试 ${how}`);
    await send(one);
    expect(await outcome(one)).toEqual(['wecom waits']);
    clock.forward(15_000);
    await sender.drain();
    expect(await outcome(one)).toEqual(['wecom sent']);
  }
  wecom.failNext(93_000);
  const one = toGroup('钥匙不对');
  await send(one);
  expect(await outcome(one)).toEqual(['wecom 93000']);
  expect(house.logged.join('')).not.toContain(wecom.key);
});
