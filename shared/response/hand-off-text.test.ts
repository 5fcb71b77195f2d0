import { expect, test } from 'vitest';
import { handOffText } from './hand-off-text.ts';

type Handed = Parameters<typeof handOffText>[0];

const at = (time: string) => `2026-05-06T${time}:00+08:00`;
const entry = (move: string, time: string, by: string, words = '') =>
  ({ seq: 1, move, label: '', at: at(time), by, words }) as Handed['history'][number];

const fall: Handed = {
  raisedAt: at('08:30'),
  sourceLabel: '老人自己',
  statusLabel: '已到场',
  open: true,
  words: '摔倒了，起不来。',
  triage: 'urgent',
  elder: { id: null, name: '王秀兰', age: 86, phone: '13800001001', careNotes: '高血压，对青霉素过敏' },
  place: {
    communityId: 'c',
    communityName: '水西里社区',
    estateName: '水韵园',
    door: '3号楼2门501',
    doorNotes: '密码 1',
  },
  responders: [{ name: '刘芳', roleLabel: '网格员', state: 'lead', phone: '13800001011', at: at('08:31') }],
  history: [
    entry('raise', '08:30', '王秀兰', '摔倒了，起不来。'),
    entry('call', '08:30', '系统', '第 1 步'),
    entry('acknowledge', '08:31', '网格员 刘芳'),
    entry('note', '08:32', '网格员 刘芳', '女儿在外地'),
    entry('arrive', '08:40', '网格员 刘芳'),
    entry('handOver', '08:42', '网格员 刘芳', '120 急救'),
  ],
  end: null,
};

test('says when, where, what was done and by whom, without name and door', () => {
  expect(handOffText(fall, { named: false })).toBe(
    '2026年5月6日08:30，水西里社区水韵园，老人王**（86岁）紧急求助（老人自己）：摔倒了，起不来。判断：紧急。' +
      '经过：08:31 网格员 刘芳接手；08:40 网格员 刘芳到场；08:42 网格员 刘芳转120 急救。目前：已到场。' +
      '联系人：网格员 刘芳，13800001011。',
  );
});

test('has name and door only when they are needed', () => {
  const text = handOffText(fall, { named: true });
  expect(text).toContain('水韵园3号楼2门501，老人王秀兰（86岁）');
});

test('never tells what the file says about her health, her phone, her lock or inner notes', () => {
  const text = handOffText(fall, { named: true });
  for (const inner of ['高血压', '青霉素', '13800001001', '密码', '女儿在外地', '第 1 步'])
    expect(text).not.toContain(inner);
});

test('says how it ended, and leaves out a number that is masked', () => {
  const end = { at: at('09:30'), proof: '见到老人（刘芳）', outcome: '送医', words: '家属陪同' };
  const responders = [{ ...fall.responders[0]!, phone: '138****1011' }];
  const over = { ...fall, open: false, statusLabel: '已处理', words: '', end, responders };
  const text = handOffText(over, { named: false });
  expect(text).toContain('紧急求助（老人自己）：摔倒了，起不来。');
  expect(text).toContain('结果：见到老人（刘芳），送医，家属陪同。联系人：网格员 刘芳。');
  expect(text).not.toContain('目前');
});

test('a call that nobody took yet says so', () => {
  const text = handOffText(
    { ...fall, words: '', triage: null, history: [], responders: [], statusLabel: '等人接' },
    { named: false },
  );
  expect(text).toBe(
    '2026年5月6日08:30，水西里社区水韵园，老人王**（86岁）紧急求助（老人自己）。还没有人接手。目前：等人接。',
  );
});
