import type { Move } from '@wubian/shared/companion/lifecycle.ts';

/** What happens to a request after it was asked: the ways that the measured tasks have gone. */
export interface Story {
  moves: readonly ToldMove[];
  /** How many of a hundred thousand tasks went this way. */
  share: number;
}
export type ToldMove = Extract<
  Move,
  | 'open'
  | 'claim'
  | 'release'
  | 'start'
  | 'finish'
  | 'object'
  | 'confirm'
  | 'remindConfirm'
  | 'confirmByRule'
  | 'cancel'
  | 'decline'
  | 'warnUnclaimed'
  | 'expire'
>;

/** A fifth are open, and most of the others are over. */
export const stories: readonly Story[] = [
  { moves: ['open'], share: 20_000 },
  { moves: [], share: 2_000 },
  { moves: ['open', 'claim'], share: 4_000 },
  { moves: ['open', 'claim', 'start'], share: 500 },
  { moves: ['open', 'claim', 'start', 'finish'], share: 1_500 },
  { moves: ['open', 'claim', 'start', 'finish', 'object'], share: 500 },
  { moves: ['open', 'claim', 'start', 'finish', 'confirm'], share: 30_000 },
  { moves: ['open', 'claim', 'start', 'finish', 'remindConfirm', 'confirmByRule'], share: 20_000 },
  { moves: ['open', 'claim', 'release', 'claim', 'start', 'finish', 'confirm'], share: 7_000 },
  { moves: ['open', 'cancel'], share: 8_000 },
  { moves: ['decline'], share: 2_500 },
  { moves: ['open', 'warnUnclaimed', 'expire'], share: 4_000 },
];

/** The instants of a task, each in epoch ms. */
export interface Times {
  asked: number;
  from: number;
  to: number;
  started: number;
  finished: number;
}
const minute = 60_000;
const hour = 60 * minute;

interface Telling {
  by: 'family' | 'worker' | 'volunteer' | 'rule';
  at: (times: Times, step: number) => number;
  words: string;
}
const early = ({ asked }: Times, step: number) => asked + (step + 1) * 10 * minute;
const answered = ({ finished }: Times) => finished + 2 * hour;

/** Who makes each move, when, and with which words. */
export const tellings: Record<ToldMove, Telling> = {
  open: { by: 'worker', at: early, words: '已电话核实' },
  claim: { by: 'volunteer', at: early, words: '' },
  release: { by: 'volunteer', at: early, words: '临时有事，去不了' },
  start: { by: 'volunteer', at: ({ started }) => started, words: '' },
  finish: { by: 'volunteer', at: ({ finished }) => finished, words: '' },
  object: { by: 'family', at: answered, words: '时间对不上' },
  confirm: { by: 'family', at: answered, words: '谢谢' },
  remindConfirm: { by: 'rule', at: ({ finished }) => finished + 24 * hour, words: '' },
  confirmByRule: { by: 'rule', at: ({ finished }) => finished + 48 * hour, words: '' },
  cancel: { by: 'family', at: early, words: '家里来人了，不用了' },
  decline: { by: 'worker', at: early, words: '不在服务范围内' },
  warnUnclaimed: { by: 'rule', at: early, words: '' },
  expire: { by: 'rule', at: ({ to }) => to, words: '' },
};
