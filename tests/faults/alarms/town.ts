import type { WubianApi } from '@wubian/shared/api.ts';
import type { Client } from '@wubian/shared/client.ts';
import type { Ladder } from '@wubian/shared/response/ladder.ts';
import { demoStreet } from '../../../server/demo/areas.ts';
import { aRandomId, someFacts } from '../../factories/elder-facts.ts';
import { persist, signInAs } from '../../support/over-http.ts';

/** The shortest ladder that the rules allow; each elder's key-holder is reached by text, at a number of her own. */
export const ladder: Ladder = {
  rungs: [
    { call: ['keyHolders'], channels: ['sms'], wait: 20 },
    { call: ['keyHolders', 'circleLead'], channels: ['sms'], wait: 20 },
  ],
  loop: { call: ['keyHolders', 'circleLead'], channels: ['sms'], wait: 20 },
  family: [],
  stall: 600,
};

const surnames = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐韩冯于董萧程曹袁邓许傅沈曾彭吕';
const given = '秀兰 桂英 淑珍 玉梅 凤英 桂兰 秀英 玉兰 淑芬 秀珍 桂芝 玉珍 素琴 惠珍 月娥 瑞芳 佩云 静宜'.split(' ');
const two = (n: number): string => String(n).padStart(2, '0');
const [community] = demoStreet.communities as [(typeof demoStreet.communities)[0]];

const facts = (n: number) => ({
  ...someFacts(community, {
    name: surnames[n % surnames.length]! + given[Math.floor(n / surnames.length) % given.length]!,
    birthDate: `${1930 + (n % 25)}-${two((n % 12) + 1)}-${two((n % 28) + 1)}`,
    phone: null,
    contacts: [],
    address: { building: String((n % 40) + 1), room: String(1_000 + n) },
  }),
  keyHolders: [{ name: '张桂芬', relation: '邻居', phone: `1390000${String(n).padStart(4, '0')}` }],
});

export interface AlarmTown {
  elderIds: string[];
  worker: Client<WubianApi>;
}

/** So many elders in the demo street, each with a neighbour who has her key, and the street's ladder shortened. */
export async function fillTown(url: () => string, count: number): Promise<AlarmTown> {
  if (count > 10_000) throw new Error('there are numbers for 10,000 key-holders');
  const office = (await persist(() => signInAs(url, '何静'))).client;
  const worker = (await persist(() => signInAs(url, '刘芳'))).client;
  const { day } = await office.office.parameters();
  await office.office.setParameter({
    ...{ key: 'ladder', id: aRandomId(), version: 0, from: day, value: ladder, reason: '测试' },
  });
  const elderIds: string[] = [];
  let next = 0;
  const add = async () => {
    for (let n = next++; n < count; n = next++) {
      const id = aRandomId();
      await persist(() => office.registry.addElder({ id, facts: facts(n) }));
      elderIds.push(id);
    }
  };
  await Promise.all(Array.from({ length: 6 }, add));
  return { elderIds, worker };
}
