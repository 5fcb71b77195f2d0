import { type Role, roles } from '@wubian/shared/roles.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Actor } from '../actor.ts';
import type { Street } from '../streets/index.ts';
import { demoStreet, otherDemoStreet } from './areas.ts';
import { demoId } from './demo-id.ts';
import { mother } from './elders.ts';

interface PersonRow {
  name: string;
  phone: string;
  role: Role;
  street?: Street;
  /** Places in the street's list of communities. */
  communities?: readonly number[];
  elderId?: string;
  state?: 'pending';
  /** What the list of demo identities says about her; who has none is not in it. */
  about?: string;
}

/** Everybody who signs in on the demo street; all invented, with numbers of forms that nobody is given. */
const rows = {
  mother: {
    name: mother.facts.name,
    phone: mother.facts.phone!,
    role: 'resident',
    communities: [0],
    elderId: mother.id,
    about: '82 岁，独居，女儿在外地',
  },
  daughter: { name: '周敏', phone: '13800001002', role: 'family', about: '王秀兰的女儿，替母亲求助' },
  volunteer: {
    name: '李志强',
    phone: '13800001003',
    role: 'volunteer',
    communities: [0, 1],
    about: '志愿者，还没有专门培训',
  },
  trainedVolunteer: {
    name: '陈晓芳',
    phone: '13800001004',
    role: 'volunteer',
    communities: [0, 1],
    about: '志愿者，已通过助浴培训，与王秀兰结对',
  },
  thirdVolunteer: { name: '赵磊', phone: '13800001005', role: 'volunteer', communities: [0] },
  newVolunteer: { name: '吴婷', phone: '13800001006', role: 'volunteer', communities: [0], state: 'pending' },
  worker: {
    name: '刘芳',
    phone: '13800001007',
    role: 'gridWorker',
    communities: [0],
    about: '水西里社区网格员，核实求助、确认授权',
  },
  head: {
    name: '孙建国',
    phone: '13800001008',
    role: 'communityHead',
    communities: [0],
    about: '水西里社区负责人',
  },
  otherWorker: { name: '马丽', phone: '13800001009', role: 'gridWorker', communities: [1] },
  otherHead: { name: '钱桂英', phone: '13800001014', role: 'communityHead', communities: [1] },
  lilyWorker: { name: '冯涛', phone: '13800001015', role: 'gridWorker', communities: [2] },
  lilyHead: { name: '蒋玉梅', phone: '13800001016', role: 'communityHead', communities: [2] },
  seasonsWorker: { name: '韩雪', phone: '13800001017', role: 'gridWorker', communities: [3] },
  seasonsHead: { name: '杨国强', phone: '13800001018', role: 'communityHead', communities: [3] },
  office: { name: '何静', phone: '13800001010', role: 'streetOffice', about: '街道民政，看全街道的情况' },
  viewer: { name: '高明', phone: '13800001011', role: 'districtViewer', about: '区民政局，只看统计' },
  otherOffice: { name: '郑海', phone: '13800001012', role: 'streetOffice', street: otherDemoStreet },
  /** He asks for a grant that waits for the worker. */
  son: { name: '郭伟', phone: '13800001013', role: 'family' },
} as const satisfies Record<string, PersonRow>;

type Who = keyof typeof rows;
const everybody = Object.entries(rows) as [Who, PersonRow][];

const assignmentOf = (who: Who): string => demoId('assignment', who);

/** Makes accounts, roles and demo identities; a repeat changes nothing. Answers everybody as an actor. */
export async function fillPeople({ door, savePersonas }: Accounts): Promise<Record<Who, Actor>> {
  const actors: [Who, Actor][] = [];
  for (const [who, { name, phone, role, street = demoStreet, communities = [], elderId = null, state }] of everybody) {
    const accountId = await door.ensurePerson({ accountId: demoId('account', who), name, phone });
    const held = {
      assignmentId: assignmentOf(who),
      accountId,
      role,
      streetId: street.id,
      communityIds: communities.map((place) => street.communities[place]!.id),
      elderId,
    };
    await door.give({ ...held, ...(state && { state }) }, '演示');
    actors.push([who, { ...held, sessionId: demoId('session', who), name, secondFactor: true }]);
  }
  const byWho = Object.fromEntries(actors) as Record<Who, Actor>;
  await savePersonas(
    everybody.flatMap(([who, { name, role, about }]) => {
      const { accountId, assignmentId } = byWho[who];
      return about ? [{ key: who, accountId, assignmentId, name, role, label: roles[role].label, about }] : [];
    }),
  );
  return byWho;
}

/** One line for the terminal: who can be tried. */
export const demoIdentities = (): string =>
  everybody.flatMap(([, { name, role, about }]) => (about ? [`${name}（${roles[role].label}）`] : [])).join('、');
