import { Refusal } from '@wubian/shared/refusals.ts';
import { describe, expect, test } from 'vitest';
import { checkAsk, emptyAsk, windowAhead, wrongByRefusal } from './ask-draft.ts';

const id = '6650f0a1b2c3d4e5f6a7b8c9';
const window = { from: '2026-05-03T01:00:00.000Z', to: '2026-05-03T04:00:00.000Z' };

describe('a request for help', () => {
  test('says beside each field what is still to be chosen', () => {
    expect(checkAsk(emptyAsk(id))).toEqual({
      wrong: { elderId: '请选是哪位老人。', kind: '请选要帮什么。', window: '请选什么时候来。' },
    });
  });

  test('is sent with defaults for what was left out', () => {
    expect(checkAsk({ ...emptyAsk(id, id), kind: 'helpMeal', window })).toEqual({
      input: { id, elderId: id, kind: 'helpMeal', part: false, window, bring: '', doorOpener: 'self', doorNote: '' },
    });
  });

  test('forgets a special part that the kind does not have', () => {
    const meal = checkAsk({ ...emptyAsk(id, id), kind: 'helpMeal', part: true, window });
    const doctor = checkAsk({ ...emptyAsk(id, id), kind: 'helpDoctor', part: true, window });
    expect(meal).toMatchObject({ input: { part: false } });
    expect(doctor).toMatchObject({ input: { part: true } });
  });

  test('a kept time that is over has to be chosen anew', () => {
    const draft = { ...emptyAsk(id, id), window };
    expect(windowAhead(draft, Date.parse('2026-05-03T03:59:00.000Z'))).toEqual(window);
    expect(windowAhead(draft, Date.parse('2026-05-03T04:00:00.000Z'))).toBeUndefined();
  });

  test('a window that ends before it begins is refused in the words of the schema', () => {
    const turned = { from: window.to, to: window.from };
    expect(checkAsk({ ...emptyAsk(id, id), kind: 'helpMeal', window: turned })).toEqual({
      wrong: { window: '结束时间要晚于开始时间' },
    });
  });
});

test('the refusals of the server stand beside the field they are about', () => {
  expect(wrongByRefusal(new Refusal('window_past'))).toEqual({ window: '时间已经过了，请选以后的时间。' });
  const fields = [{ field: 'window.to', words: '时间段最长 24 小时' }];
  expect(wrongByRefusal(new Refusal('bad_input', { fields }))).toEqual({ window: '时间段最长 24 小时' });
  expect(wrongByRefusal(new Refusal('busy'))).toEqual({});
});
