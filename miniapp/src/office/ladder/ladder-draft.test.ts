import { defaultLadder } from '@wubian/shared/response/ladder.ts';
import { expect, it } from 'vitest';
import { draftOf, moved, readDraft, withOneMore, without } from './ladder-draft.ts';

const start = draftOf(defaultLadder);
const keys = ({ rungs }: typeof start) => rungs.map(({ key }) => key);

it('reads back what it was made from', () => {
  expect(readDraft(start, '请填整数')).toEqual({ value: defaultLadder });
  expect(readDraft({ ...start, stall: '６００' }, '请填整数')).toEqual({ value: defaultLadder });
});

it('adds, takes away and moves steps, each with a key of its own', () => {
  const more = withOneMore(start);
  expect(keys(more)).toEqual([0, 1, 2, 3]);
  expect(more.rungs[3]).toMatchObject({ wait: '120', call: defaultLadder.rungs[2]!.call });
  expect(keys(withOneMore(without(more, 0)))).toEqual([1, 2, 3, 4]);
  expect(keys(moved(start, 0, 1))).toEqual([1, 0, 2]);
  expect(moved(start, 0, -1)).toBe(start);
  expect(moved(start, 2, 1)).toBe(start);
});

it('names what is wrong beside its field, in Chinese', () => {
  const [first, ...rest] = start.rungs;
  const wrong = {
    ...start,
    rungs: [
      { ...first!, wait: '5', call: [] },
      { ...rest[0]!, wait: '一会儿' },
      { ...rest[1]!, channels: [] },
    ],
    stall: '60000',
  };
  expect(readDraft(wrong, '请填整数')).toMatchObject({
    wrongs: {
      'rungs.0.wait': '至少等 20 秒',
      'rungs.0.call': '至少选一类人',
      'rungs.1.wait': '请填整数',
      'rungs.2.channels': '至少选一种方式',
    },
  });
  const alone = { ...start, rungs: start.rungs.map((rung) => ({ ...rung, call: ['onDuty' as const] })) };
  expect(readDraft(alone, '请填整数')).toEqual({
    wrongs: { rungs: '从第二步起要同时通知几个人：只有不到一半的人会应答' },
  });
});
