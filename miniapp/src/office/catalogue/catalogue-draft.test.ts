import { defaultCatalogue as all } from '@wubian/shared/office/parameter-forms.ts';
import { expect, it } from 'vitest';
import { changed, itemsOf, moved } from './catalogue-draft.ts';

const names = (items: typeof all, group: 'help' | 'deliver') => itemsOf(items, group).map(({ label }) => label);

it('moves an item past its neighbour of the same group, and stops at the ends', () => {
  expect(names(moved(all, 'helpClean', -1), 'help').slice(0, 3)).toEqual(['助洁', '助餐', '助浴']);
  expect(names(moved(all, 'helpJoy', 1), 'help')).toEqual(names(all, 'help'));
  expect(names(moved(all, 'sendMeal', -1), 'deliver')).toEqual(names(all, 'deliver'));
  expect(moved(moved(all, 'sendMeal', 1), 'sendMeal', -1)).toEqual(all);
});

it('changes one item and leaves the others as they are', () => {
  const after = changed(all, 'helpJoy', { label: '陪聊天' });
  expect(after.filter((item, i) => item !== all[i])).toEqual([
    { kind: 'helpJoy', offered: true, label: '陪聊天', about: '聊天、读报、下棋、教手机' },
  ]);
});
