import type { Kind } from '@wubian/shared/companion/kinds.ts';

type Step =
  | 'open'
  | 'decline'
  | 'claim'
  | 'release'
  | 'cancel'
  | 'start'
  | 'finish'
  | 'confirm'
  | 'object'
  | 'settle'
  | 'heed';

/** One request of the demo street. Days count from today; what happens by the clock happens by itself. */
export interface Story {
  kind: Kind;
  elder: 'mother' | 'other';
  /** 0 is today, -3 three days ago. */
  day: number;
  /** Wall clock at which the window begins, and its length. */
  from: string;
  hours: number;
  /** For windows ahead: how many hours ago it was asked. */
  askedAgo?: number;
  bring: string;
  path: readonly Step[];
  /** Which of the cast's volunteers; the second is the trained one. */
  volunteer?: number;
  /** Length of the service. */
  minutes?: number;
  did?: string;
  noticed?: string;
  concern?: string;
  reason?: string;
}

const served = ['open', 'claim', 'start', 'finish'] as const;

export const demoStories: readonly Story[] = [
  // Waiting for the worker
  {
    kind: 'helpDoctor',
    elder: 'mother',
    day: 2,
    from: '08:30',
    hours: 3,
    askedAgo: 1,
    bring: '去中心医院眼科复查，带医保卡',
    path: [],
  },
  {
    kind: 'helpUrgent',
    elder: 'other',
    day: 1,
    from: '14:00',
    hours: 2,
    askedAgo: 2,
    bring: '厨房水龙头漏水，已关总阀',
    path: [],
  },
  {
    kind: 'sendMedicine',
    elder: 'other',
    day: 1,
    from: '10:00',
    hours: 2,
    askedAgo: 5,
    bring: '社区医院取慢病药，已付款',
    path: [],
  },
  // Waiting for a volunteer
  {
    kind: 'helpMeal',
    elder: 'mother',
    day: 1,
    from: '10:30',
    hours: 2,
    askedAgo: 6,
    bring: '不吃辣，饭要软一点',
    path: ['open'],
  },
  {
    kind: 'helpGo',
    elder: 'other',
    day: 1,
    from: '15:00',
    hours: 2,
    askedAgo: 7,
    bring: '陪着下楼到花园走走，用拐杖',
    path: ['open'],
  },
  {
    kind: 'helpClean',
    elder: 'other',
    day: 2,
    from: '09:00',
    hours: 3,
    askedAgo: 8,
    bring: '擦窗台、拖地，家里有工具',
    path: ['open'],
  },
  {
    kind: 'helpJoy',
    elder: 'other',
    day: 3,
    from: '14:30',
    hours: 2,
    askedAgo: 9,
    bring: '喜欢下象棋、听评书',
    path: ['open'],
  },
  {
    kind: 'sendMeal',
    elder: 'other',
    day: 1,
    from: '11:00',
    hours: 1,
    askedAgo: 10,
    bring: '在老人家食堂取餐，少盐',
    path: ['open'],
  },
  {
    kind: 'helpBath',
    elder: 'mother',
    day: 3,
    from: '14:00',
    hours: 2,
    askedAgo: 12,
    bring: '浴室有扶手，能自己站',
    path: ['open'],
  },
  {
    kind: 'sendSafety',
    elder: 'other',
    day: 4,
    from: '09:30',
    hours: 2,
    askedAgo: 14,
    bring: '担心煤气灶老化',
    path: ['open'],
  },
  {
    kind: 'sendPolicy',
    elder: 'other',
    day: 2,
    from: '16:00',
    hours: 1,
    askedAgo: 16,
    bring: '想问助餐补贴怎么办',
    path: ['open', 'claim', 'release'],
    reason: '那天要值班，来不了',
  },
  // Taken
  {
    kind: 'helpGo',
    elder: 'mother',
    day: 1,
    from: '09:00',
    hours: 2,
    askedAgo: 18,
    bring: '去菜市场，用小推车',
    path: ['open', 'claim'],
  },
  {
    kind: 'helpBath',
    elder: 'other',
    day: 2,
    from: '14:00',
    hours: 2,
    askedAgo: 20,
    bring: '需要人扶',
    path: ['open', 'claim'],
    volunteer: 1,
  },
  // Served, waiting for the family
  {
    kind: 'helpClean',
    elder: 'mother',
    day: -1,
    from: '14:00',
    hours: 3,
    bring: '收拾厨房',
    path: served,
    minutes: 75,
    did: '擦了灶台和油烟机，拖了地',
    noticed: '精神很好',
  },
  {
    kind: 'helpMeal',
    elder: 'other',
    day: -1,
    from: '10:30',
    hours: 2,
    bring: '做午饭',
    path: served,
    minutes: 60,
    did: '做了面条和炒青菜',
    noticed: '胃口一般',
    concern: '老人说这两天头晕，站起来要扶墙',
  },
  // Objected
  {
    kind: 'helpJoy',
    elder: 'mother',
    day: -2,
    from: '15:00',
    hours: 2,
    bring: '教用手机',
    path: [...served, 'object'],
    minutes: 90,
    did: '教会了视频通话',
    reason: '妈妈说只待了半小时左右',
  },
  // Done
  {
    kind: 'helpMeal',
    elder: 'mother',
    day: -3,
    from: '10:30',
    hours: 2,
    bring: '不吃辣',
    path: [...served, 'confirm'],
    minutes: 55,
    did: '包了饺子',
    noticed: '吃了不少',
  },
  {
    kind: 'helpBath',
    elder: 'mother',
    day: -5,
    from: '14:00',
    hours: 2,
    bring: '水温要慢慢调',
    path: [...served, 'confirm'],
    volunteer: 1,
    minutes: 65,
    did: '洗澡、剪指甲',
    noticed: '左腿有点肿',
    concern: '左小腿比前一次肿',
  },
  {
    kind: 'sendMedicine',
    elder: 'other',
    day: -4,
    from: '09:00',
    hours: 2,
    bring: '取降压药',
    path: served,
    minutes: 35,
    did: '取药送到并核对了姓名',
  },
  {
    kind: 'helpGo',
    elder: 'other',
    day: -5,
    from: '15:00',
    hours: 2,
    bring: '去理发',
    path: [...served, 'heed'],
    minutes: 80,
    did: '陪着理了发',
    concern: '楼道灯坏了，下楼看不清',
  },
  {
    kind: 'helpClean',
    elder: 'mother',
    day: -6,
    from: '09:00',
    hours: 3,
    bring: '洗被罩',
    path: [...served, 'object', 'settle'],
    minutes: 120,
    did: '洗晒被罩',
    reason: '有一段时间在等洗衣机',
  },
  // Not served
  { kind: 'sendCulture', elder: 'other', day: -3, from: '14:00', hours: 2, bring: '想看皮影戏', path: ['open'] },
  {
    kind: 'helpUrgent',
    elder: 'other',
    day: -2,
    from: '09:00',
    hours: 2,
    bring: '想换防盗门',
    path: ['decline'],
    reason: '换门要请专业师傅，已把电话告诉您',
  },
  {
    kind: 'helpGo',
    elder: 'mother',
    day: -4,
    from: '08:00',
    hours: 2,
    bring: '去早市',
    path: ['open', 'claim', 'cancel'],
    reason: '下雨不去了',
  },
  {
    kind: 'sendWarmth',
    elder: 'other',
    day: -6,
    from: '10:00',
    hours: 2,
    bring: '棉被一床',
    path: ['open', 'cancel'],
    reason: '邻居已经送来了',
  },
];
