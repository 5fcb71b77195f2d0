import type { Parsed } from '@wubian/shared/endpoint.ts';
import type { ChildrenLive, Living } from '@wubian/shared/registry/categories.ts';
import { ElderFacts, type registry } from '@wubian/shared/registry/contract.ts';
import { idCheckCharacter } from '@wubian/shared/registry/id-number.ts';
import type { Community, Street } from '../streets/index.ts';
import { demoStreet, otherDemoStreet } from './areas.ts';
import { demoId } from './demo-id.ts';
import { type Choices, choices } from './random.ts';

type AddElder = Parsed<typeof registry.addElder>;
type Facts = AddElder['facts'];

const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐韩冯于董萧程曹袁邓许傅沈曾彭吕'];
const given = {
  female: '秀兰 桂英 淑珍 玉梅 凤英 桂兰 秀英 玉兰 淑芬 秀珍 桂芝 玉珍 素琴 惠珍 月娥 瑞芳 佩云 静宜'.split(' '),
  male: '德胜 国安 福生 长林 文彬 永年 志远 家祥 宝山 玉田 连生 景明 树森 庆余 世昌 鸿飞 广义 春山'.split(' '),
};
const doorNotes = ['', '', '', '门铃坏了，请敲门', '耳朵背，多敲一会儿', '家里有小狗，不咬人', '楼道灯坏了，注意台阶'];
const careNotes = ['', '', '听力不好，说话慢一点', '走路要拄拐', '血糖偏高，少放糖', '夜里睡不好', '膝盖不好，上楼慢'];
const kin = ['女儿', '儿子', '侄子', '外甥女', '老伴', '邻居'];

/** As often as on an old street: many alone or as a couple, most children in other parts of the city. */
const homes: readonly Living[] = ['alone', 'alone', 'withSpouse', 'withSpouse', 'withChildren', 'withOthers'];
const childrenAway: readonly ChildrenLive[] = ['elsewhere', 'elsewhere', 'sameDistrict', 'none'];

/** In a good part of the files something has not been found out yet, as in life. */
const known = <T>(choose: Choices, value: T): T | null => (choose.chance(12) ? null : value);
/** A number with a right check character that nobody holds: the place 120999 was never given out. */
function idNumber(born: string, sex: 'female' | 'male', n: number): string {
  const first17 = `120999${born.replaceAll('-', '')}${String((n % 500) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}
const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** One invented elder; `n` makes phone numbers and the file's id. Numbers are of forms that nobody is given. */
function someone(choose: Choices, { id: communityId, estates, grids }: Community, n: number): Facts {
  const sex = choose.chance(60) ? 'female' : 'male';
  const name = choose.one(surnames) + choose.one(given[sex]);
  const floor = choose.between(1, 6);
  const living = choose.one(homes);
  const born = `${choose.between(1932, 1962)}-${twoDigits(choose.between(1, 12))}-${twoDigits(choose.between(1, 28))}`;
  const birthDate = known(choose, born);
  const estate = choose.one(estates);
  const chronic = choose.chance(55) ? [choose.one(['高血压', '糖尿病', '冠心病', '关节炎', '慢阻肺'])] : [];
  return ElderFacts.parse({
    name,
    sex,
    birthDate,
    idNumber: birthDate && choose.chance(80) ? idNumber(birthDate, sex, n) : null,
    fileNumber: `2026${String(n).padStart(5, '0')}`,
    residenceStatus: known(choose, choose.one(['registeredAndHere', 'registeredAndHere', 'hereNotRegistered'])),
    marital: known(choose, living === 'withSpouse' ? 'married' : choose.one(['widowed', 'widowed', 'divorced'])),
    ruralHome: known(choose, false),
    welfare: known(choose, choose.one(['none', 'none', 'none', 'none', 'dibao', 'dibaoMargin', 'tekun'])),
    chronic,
    responsibleId: choose.chance(80) ? (workerOf[communityId] ?? null) : null,
    phone: choose.chance(85) ? `1380000${1100 + n}` : null,
    address: {
      communityId,
      gridId: choose.one(grids).id,
      estateId: estate.id,
      building: String(choose.between(1, 12)),
      unit: String(choose.between(1, 4)),
      floor: String(floor),
      room: `${floor}0${choose.between(1, 3)}`,
      note: '',
    },
    point: choose.chance(85) ? estate.point : null,
    living: known(choose, living),
    childrenLive: known(choose, living === 'withChildren' ? 'sameHome' : choose.one(childrenAway)),
    abilityLevel: known(choose, choose.one([0, 0, 0, 1, 1, 2, 3, 4])),
    handicapGrade: known(choose, choose.one([0, 0, 0, 0, 0, 1, 2, 3, 4])),
    familyPlanningSpecial: known(choose, choose.chance(10)),
    contacts: Array.from({ length: choose.between(0, 2) }, (_, i) => ({
      name: choose.one(surnames) + choose.one(['伟', '敏', '静', '强', '丽', '军', '洋', '艳']),
      relation: choose.one(kin),
      phone: `1390000${1100 + n * 3 + i}`,
    })),
    doorNotes: choose.one(doorNotes),
    careNotes: choose.one(careNotes),
  });
}

/** Who answers for the elders of each community. */
const workerOf: Readonly<Record<string, string>> = {
  [demoStreet.communities[0]!.id]: demoId('account', 'worker'),
  [demoStreet.communities[1]!.id]: demoId('account', 'otherWorker'),
};

const [shuixi] = demoStreet.communities as [Community, ...Community[]];

/** 王秀兰, whose story the demo tells: she lives alone, her daughter in another city. */
export const mother: AddElder = {
  id: demoId('elder', 'mother'),
  facts: ElderFacts.parse({
    name: '王秀兰',
    sex: 'female',
    birthDate: '1944-03-08',
    birthSaid: '农历二月十四',
    idNumber: idNumber('1944-03-08', 'female', 11),
    fileNumber: '202600001',
    residenceStatus: 'registeredAndHere',
    hukouAddress: '友谊路街水韵园3号楼2门501',
    marital: 'widowed',
    ruralHome: false,
    hasSupporter: false,
    family: '老伴三年前去世，女儿周敏在上海工作',
    welfare: 'none',
    handicapKind: 'none',
    chronic: ['高血压', '关节炎'],
    allergies: '青霉素',
    diet: '少盐',
    doctor: { name: '冯立新', relation: '家庭医生', phone: '13900001090' },
    keyHolders: [{ name: '张桂芬', relation: '对门邻居', phone: '13900001001' }],
    devices: [{ kind: '一键呼叫器', place: '床头', testedOn: null }],
    responsibleId: demoId('account', 'worker'),
    phone: '13800001001',
    address: {
      communityId: shuixi.id,
      gridId: shuixi.grids[0]!.id,
      estateId: shuixi.estates[0]!.id,
      building: '3',
      unit: '2',
      floor: '5',
      room: '501',
      note: '',
    },
    point: shuixi.estates[0]!.point,
    living: 'alone',
    childrenLive: 'elsewhere',
    abilityLevel: 1,
    handicapGrade: 0,
    familyPlanningSpecial: false,
    contacts: [
      { name: '周敏', relation: '女儿', phone: '13800001002' },
      { name: '张桂芬', relation: '对门邻居', phone: '13900001001' },
    ],
    doorNotes: '门铃坏了，请敲门，多等一会儿',
    careNotes: '听力不好，说话慢一点；走路要拄拐',
  }),
};

/** The invented elders of a street, `each` in every community; the same ones every time. */
const eldersOf = (street: Street, each: number, seed: number): AddElder[] => {
  const choose = choices(seed);
  return street.communities.flatMap((community, c) =>
    Array.from({ length: each }, (_, i) => {
      const n = seed * 100 + c * each + i;
      return { id: demoId('elder', street.name, community.name, i), facts: someone(choose, community, n) };
    }),
  );
};

const invented = eldersOf(demoStreet, 15, 1);

/** One of them entered a second time from a paper list, without her papers: what an office finds every week. */
function enteredTwice(): AddElder {
  const first = invented.find(
    ({ facts }) => facts.address.communityId === demoStreet.communities[1]!.id && facts.birthDate && facts.idNumber,
  )!;
  const { address } = first.facts;
  const lost = { idNumber: null, fileNumber: '', phone: null, contacts: [], chronic: [], welfare: null };
  const facts = { ...first.facts, ...lost, address: { ...address, unit: '', floor: '', room: '' } };
  return { id: demoId('elder', 'entered twice'), facts };
}

export const demoElders: readonly AddElder[] = [mother, ...invented, enteredTwice()];
export const otherDemoElders: readonly AddElder[] = eldersOf(otherDemoStreet, 5, 4);
