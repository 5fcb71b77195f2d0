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

type More = Pick<Story, 'askedAgo' | 'volunteer' | 'minutes' | 'did' | 'noticed' | 'concern' | 'reason'>;

const story = (
  kind: Kind,
  elder: Story['elder'],
  day: number,
  from: string,
  hours: number,
  bring: string,
  path: readonly Step[],
  more: More = {},
): Story => ({ kind, elder, day, from, hours, bring, path, ...more });

export const demoStories: readonly Story[] = [
  // Waiting for the worker
  story('helpDoctor', 'mother', 2, '08:30', 3, '去中心医院眼科复查，带医保卡', [], { askedAgo: 1 }),
  story('helpUrgent', 'other', 1, '14:00', 2, '厨房水龙头漏水，已关总阀', [], { askedAgo: 2 }),
  story('sendMedicine', 'other', 1, '10:00', 2, '社区医院取慢病药，已付款', [], { askedAgo: 5 }),
  // Waiting for a volunteer
  story('helpMeal', 'mother', 1, '10:30', 2, '不吃辣，饭要软一点', ['open'], { askedAgo: 6 }),
  story('helpGo', 'other', 1, '15:00', 2, '陪着下楼到花园走走，用拐杖', ['open'], { askedAgo: 7 }),
  story('helpClean', 'other', 2, '09:00', 3, '擦窗台、拖地，家里有工具', ['open'], { askedAgo: 8 }),
  story('helpJoy', 'other', 3, '14:30', 2, '喜欢下象棋、听评书', ['open'], { askedAgo: 9 }),
  story('sendMeal', 'other', 1, '11:00', 1, '在老人家食堂取餐，少盐', ['open'], { askedAgo: 10 }),
  story('helpBath', 'mother', 3, '14:00', 2, '浴室有扶手，能自己站', ['open'], { askedAgo: 12 }),
  story('sendSafety', 'other', 4, '09:30', 2, '担心煤气灶老化', ['open'], { askedAgo: 14 }),
  story('sendPolicy', 'other', 2, '16:00', 1, '想问助餐补贴怎么办', ['open', 'claim', 'release'], {
    askedAgo: 16,
    reason: '那天要值班，来不了',
  }),
  // Taken
  story('helpGo', 'mother', 1, '09:00', 2, '去菜市场，用小推车', ['open', 'claim'], { askedAgo: 18 }),
  story('helpBath', 'other', 2, '14:00', 2, '需要人扶', ['open', 'claim'], { askedAgo: 20, volunteer: 1 }),
  // Served, waiting for the family
  story('helpClean', 'mother', -1, '14:00', 3, '收拾厨房', served, {
    minutes: 75,
    did: '擦了灶台和油烟机，拖了地',
    noticed: '精神很好',
  }),
  story('helpMeal', 'other', -1, '10:30', 2, '做午饭', served, {
    minutes: 60,
    did: '做了面条和炒青菜',
    noticed: '胃口一般',
    concern: '老人说这两天头晕，站起来要扶墙',
  }),
  // Objected
  story('helpJoy', 'mother', -2, '15:00', 2, '教用手机', [...served, 'object'], {
    minutes: 90,
    did: '教会了视频通话',
    reason: '妈妈说只待了半小时左右',
  }),
  // Done
  story('helpMeal', 'mother', -3, '10:30', 2, '不吃辣', [...served, 'confirm'], {
    minutes: 55,
    did: '包了饺子',
    noticed: '吃了不少',
  }),
  story('helpBath', 'mother', -5, '14:00', 2, '水温要慢慢调', [...served, 'confirm'], {
    volunteer: 1,
    minutes: 65,
    did: '洗澡、剪指甲',
    noticed: '左腿有点肿',
    concern: '左小腿比前一次肿',
  }),
  story('sendMedicine', 'other', -4, '09:00', 2, '取降压药', served, { minutes: 35, did: '取药送到并核对了姓名' }),
  story('helpGo', 'other', -5, '15:00', 2, '去理发', [...served, 'heed'], {
    minutes: 80,
    did: '陪着理了发',
    concern: '楼道灯坏了，下楼看不清',
  }),
  story('helpClean', 'mother', -6, '09:00', 3, '洗被罩', [...served, 'object', 'settle'], {
    minutes: 120,
    did: '洗晒被罩',
    reason: '有一段时间在等洗衣机',
  }),
  // Not served
  story('sendCulture', 'other', -3, '14:00', 2, '想看皮影戏', ['open']),
  story('helpUrgent', 'other', -2, '09:00', 2, '想换防盗门', ['decline'], {
    reason: '换门要请专业师傅，已把电话告诉您',
  }),
  story('helpGo', 'mother', -4, '08:00', 2, '去早市', ['open', 'claim', 'cancel'], { reason: '下雨不去了' }),
  story('sendWarmth', 'other', -6, '10:00', 2, '棉被一床', ['open', 'cancel'], { reason: '邻居已经送来了' }),
];
