import { parameterNames, parameterRow } from '@wubian/shared/office/parameters.ts';
import { describe, expect, it } from 'vitest';
import { draftOf, readDraft } from './value-draft.ts';

describe('a value as it is typed', () => {
  it('reads back as it was, for every parameter that can be typed', () => {
    for (const key of parameterNames) {
      const { form, default: value } = parameterRow(key);
      if (form.as === 'fixed' || form.as === 'catalogue' || form.as === 'ladder') continue;
      const read = readDraft(form, draftOf(form, value));
      const same = form.as === 'choices' ? { value: expect.arrayContaining(value as string[]) } : { value };
      expect(read, key).toEqual(same);
    }
  });

  it.each([
    ['staleAfterMonths', { text: '１２' }, { value: 12 }],
    ['staleAfterMonths', { text: '' }, { wrong: '请填数字' }],
    ['staleAfterMonths', { text: '半年' }, { wrong: '请填数字' }],
    ['staleAfterMonths', { text: '0' }, { wrong: '不能小于 1' }],
    ['stars', { text: '100, 300，600' }, { value: [100, 300, 600] }],
    ['stars', { text: '100、很多' }, { wrong: '请填数字' }],
    ['orderCutoff', { text: '15：30' }, { value: '15:30' }],
    ['orderCutoff', { text: '下午四点' }, { wrong: '请按 16:00 的样子填写' }],
    ['deliveryWindow', { text: '11:00', to: '10:00' }, { wrong: '结束要晚于开始' }],
    ['circleMembers', { text: '3', to: '4' }, { value: { from: 3, to: 4 } }],
    ['streetCategories', { ticked: ['childless', 'livingAlone'] }, { value: ['livingAlone', 'childless'] }],
    ['streetCategories', { ticked: [] }, { wrong: '请至少选一项' }],
  ] as const)('%s typed as %j is %j', (key, typed, read) => {
    const draft = { text: '', to: '', ticked: [], ...typed };
    expect(readDraft(parameterRow(key).form, { ...draft, ticked: [...draft.ticked] })).toEqual(read);
  });
});
