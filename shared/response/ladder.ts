import * as z from 'zod';
import { namesOf } from './labels.ts';

/** Who may be called to an old person, as the ladder names them. */
export const targets = {
  onDuty: '当班人',
  responsible: '责任人',
  circleLead: '结对志愿者',
  keyHolders: '钥匙保管人',
  family: '家属',
  communityHead: '社区负责人',
  dutyLeader: '街道值班领导',
} as const;
export type Target = keyof typeof targets;
export const targetNames = namesOf(targets);

/** By which way a person is called. */
export const channels = {
  app: '程序内',
  wechat: '微信提醒',
  sms: '短信',
  voice: '电话语音',
  wecom: '企业微信群',
} as const;
export type LadderChannel = keyof typeof channels;

const Channels = z
  .array(z.enum(namesOf(channels)))
  .min(1, '至少选一种方式')
  .max(5);
const Called = z.array(z.enum(targetNames)).min(1, '至少选一类人').max(targetNames.length);

const Rung = z.strictObject({
  call: Called,
  channels: Channels,
  /** Seconds until the next rung when nobody has answered. */
  wait: z.number().int().min(20, '至少等 20 秒').max(600, '最多等 600 秒'),
});

/** The ladder of a street: rungs in order, then the last one again and again until a person answers. */
export const Ladder = z
  .strictObject({
    rungs: z.array(Rung).min(1, '至少一步').max(8, '最多八步'),
    /** Called over and over after the rungs; never ends by itself. */
    loop: Rung,
    /** The family hears at once and in parallel, and her answer does not stop the ladder; empty: not told. */
    family: z.array(z.enum(namesOf(channels))).max(5),
    /** Accepted, and then nothing for so many seconds: rung again (PagerDuty 1,800 s; ours is shorter). */
    stall: z.number().int().min(120).max(3_600),
  })
  .refine(({ rungs }) => rungs.length < 2 || rungs.slice(1).some(({ call }) => call.length > 1), {
    path: ['rungs'],
    message: '从第二步起要同时通知几个人：只有不到一半的人会应答',
  })
  .meta({ id: 'Ladder' });
export type Ladder = z.output<typeof Ladder>;
export type Rung = Ladder['loop'];

/** 60 s, 60 s, 120 s, several people from step two, then leaders by telephone until one answers (standards.md §4.4). */
export const defaultLadder: Ladder = {
  rungs: [
    { call: ['onDuty'], channels: ['app', 'wechat', 'voice'], wait: 60 },
    {
      call: ['onDuty', 'responsible', 'circleLead', 'keyHolders'],
      channels: ['app', 'wechat', 'sms', 'voice'],
      wait: 60,
    },
    { call: ['communityHead', 'onDuty', 'keyHolders'], channels: ['app', 'sms', 'voice', 'wecom'], wait: 120 },
  ],
  loop: { call: ['communityHead', 'dutyLeader', 'onDuty'], channels: ['app', 'sms', 'voice', 'wecom'], wait: 120 },
  family: ['app', 'wechat', 'sms'],
  stall: 600,
};

/** The rung with this number, counted from 0; after the last one the loop. */
export const rungAt = (ladder: Ladder, index: number): Rung => ladder.rungs[index] ?? ladder.loop;
