import { expect, it } from 'vitest';
import { checkMove, type MoveDraft } from './move-draft.ts';

const draft: MoveDraft = { id: 'a', move: 'toHospital', on: '2026-05-06', until: '2026-05-20', why: ' 女儿来电 ' };

it('sends what was filled in, with the return only of who comes back', () => {
  const sent = { id: 'a', seen: 'present', on: '2026-05-06', why: '女儿来电' };
  expect(checkMove(draft, 'present')).toEqual({ input: { ...sent, move: 'toHospital', until: '2026-05-20' } });
  expect(checkMove({ ...draft, until: '' }, 'present')).toMatchObject({ input: { until: null } });
  expect(checkMove({ ...draft, move: 'die' }, 'present')).toMatchObject({ input: { move: 'die', until: null } });
});

it('says what is missing by field', () => {
  const { wrong } = checkMove({ ...draft, move: undefined, on: '昨天', why: ' ' }, 'present');
  expect(Object.keys(wrong ?? {}).sort()).toEqual(['move', 'on', 'why']);
});
