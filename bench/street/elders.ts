import { childrenLives, livings } from '@wubian/shared/registry/categories.ts';
import { ElderFacts } from '@wubian/shared/registry/contract.ts';
import { fieldNames } from '@wubian/shared/registry/fields.ts';
import type * as z from 'zod';
import { choices } from '../../server/demo/random.ts';
import { newDocument } from '../../server/registry/elder.store.ts';
import { createElderSeal } from '../../server/registry/elder-seal.ts';
import type { FieldCipher } from '../../server/store/field-cipher.ts';
import { newId } from '../../server/store/ids.ts';
import type { Street } from '../../server/streets/index.ts';

type Facts = z.output<typeof ElderFacts>;

/** What the tasks need to know of an elder. */
export interface FilledElder {
  id: string;
  name: string;
  communityId: string;
  estateId: string;
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐韩冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = [...'秀桂淑玉凤兰英珍梅芬德国福长文永志家宝景树庆世鸿广明'];
const doorNotes = ['', '', '门铃坏了，请敲门', '耳朵背，多敲一会儿', '楼道灯坏了，注意台阶'];
const careNotes = ['', '听力不好，说话慢一点', '走路要拄拐', '血糖偏高，少放糖'];
const two = (n: number): string => String(n).padStart(2, '0');

/** Invented elders, spread evenly over the estates, the same ones at every run. */
export function* eldersOf(street: Street, count: number): Generator<{ elder: FilledElder; facts: Facts }> {
  const choose = choices(7);
  const estates = street.communities.flatMap((community) => community.estates.map((estate) => ({ community, estate })));
  for (let n = 0; n < count; n++) {
    const { community, estate } = estates[n % estates.length]!;
    const floor = choose.between(1, 6);
    const facts = ElderFacts.parse({
      name: choose.one(surnames) + choose.one(given) + choose.one(given),
      sex: choose.chance(60) ? 'female' : 'male',
      birthDate: `${choose.between(1932, 1962)}-${two(choose.between(1, 12))}-${two(choose.between(1, 28))}`,
      phone: choose.chance(85) ? `1380000${String(n % 10_000).padStart(4, '0')}` : null,
      address: {
        communityId: community.id,
        gridId: choose.one(community.grids).id,
        estateId: estate.id,
        building: String(choose.between(1, 30)),
        unit: String(choose.between(1, 4)),
        floor: String(floor),
        room: `${floor}0${choose.between(1, 3)}`,
      },
      living: choose.one(livings),
      childrenLive: choose.one(childrenLives),
      abilityLevel: choose.between(0, 4),
      handicapGrade: choose.between(0, 4),
      familyPlanningSpecial: choose.chance(10),
      contacts: Array.from({ length: choose.between(0, 2) }, (_, i) => ({
        name: choose.one(surnames) + choose.one(given),
        relation: '女儿',
        phone: `1390000${String((n + i) % 10_000).padStart(4, '0')}`,
      })),
      doorNotes: choose.one(doorNotes),
      careNotes: choose.one(careNotes),
    });
    const elder = {
      id: newId(new Date(n * 1000)),
      name: facts.name,
      communityId: community.id,
      estateId: estate.id,
    };
    yield { elder, facts };
  }
}

/** What the model adds to a new file. */
const unlived = () => ({
  ...{ life: [], lifeFollowed: 0, statusSince: null, statusUntil: null, undoAsked: null, mergedInto: null },
});

/** The document that the registry's store writes for a new file. */
export function elderDocuments(cipher: FieldCipher, streetId: string, by: string, at: Date) {
  const seal = createElderSeal(cipher);
  const write = { from: 0, by, at, why: '新建档案', source: 'form' as const, fields: fieldNames };
  return ({ elder: { id }, facts }: { elder: FilledElder; facts: Facts }) => ({
    ...newDocument(seal, streetId, id, facts, write),
    ...unlived(),
  });
}
