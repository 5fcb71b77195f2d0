import type { Scores } from '@wubian/shared/bedside/ability.ts';
import { itemCodes, maxOf } from '@wubian/shared/bedside/ability-items.ts';
import { describe, expect, it } from 'vitest';
import { type AssessForm, checkSheet, emptySheet, preview } from './assess-draft.ts';

const [elderId, id] = ['0123456789abcdef01234567', 'abcdef0123456789abcdef01'];
const well = Object.fromEntries(itemCodes.map((code) => [code, maxOf(code)])) as Scores;
const filled: AssessForm = {
  ...emptySheet('2026-05-06'),
  scores: well,
  reason: 'routine',
  first: '赵评估',
  second: '钱评估',
  organisation: '评估站',
};

describe('the sheet', () => {
  it('gives what is sent, with the day as people type it', () => {
    expect(checkSheet({ ...filled, day: '2026.5.3', declared: '2' }, elderId, id)).toMatchObject({
      sent: {
        elderId,
        id,
        day: '2026-05-03',
        reason: 'routine',
        declaredRiskEvents: 2,
        assessors: ['赵评估', '钱评估'],
      },
    });
  });

  it('says of every missing item its name, and beside the others what to fill in', () => {
    const checked = checkSheet(emptySheet(''), elderId, id);
    if (!('wrong' in checked)) throw new Error('an empty sheet is wrong');
    expect(Object.keys(checked.wrong).filter((field) => field.startsWith('scores.'))).toHaveLength(26);
    expect(checked.wrong).toMatchObject({
      'scores.B1.1': '“进食”还没有评分。',
      'scores.B4.5': '“社会交往能力”还没有评分。',
      day: '请填评估日期，如 2026-05-06',
      reason: '请填评估原因',
      'assessors.0': '请填评估人姓名',
      'assessors.1': '请填评估人姓名',
      organisation: '请填评估机构',
    });
    expect(checkSheet({ ...filled, declared: '两次' }, elderId, id)).toEqual({
      wrong: { declaredRiskEvents: '请填 0 到 30 的整数' },
    });
  });
});

describe('what it comes to before it is saved', () => {
  it('is nothing while an item is missing', () => {
    const { 'B2.4': _, ...rest } = well;
    expect(preview({ ...filled, scores: rest }, [])).toBeUndefined();
  });

  it('counts the log of the 30 days before the day, and what is declared', () => {
    const log = [
      { kind: 'fall', day: '2026-05-01' },
      { kind: 'fall', day: '2026-03-01' },
    ] as const;
    expect(preview(filled, log)).toMatchObject({ total: 90, level: 0 });
    expect(preview({ ...filled, declared: '1' }, log)).toMatchObject({ baseLevel: 0, level: 1 });
  });
});
