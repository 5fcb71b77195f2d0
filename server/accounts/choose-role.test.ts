import { expect, it } from 'vitest';
import { chooseRole } from './choose-role.ts';
import type { HeldRole } from './door.ts';

const held = (assignmentId: string, state: HeldRole['state'] = 'active'): HeldRole => ({
  assignmentId,
  accountId: 'a',
  role: 'volunteer',
  streetId: 's',
  communityIds: [],
  elderId: null,
  state,
});

it('takes the role used last', () => {
  expect(chooseRole([held('1'), held('2')], '2')?.assignmentId).toBe('2');
});

it('takes the only active one, even when another was used last', () => {
  expect(chooseRole([held('1'), held('2', 'ended')], '2')?.assignmentId).toBe('1');
});

it('takes none when several are open, or none is active yet', () => {
  expect(chooseRole([held('1'), held('2')], null)).toBeNull();
  expect(chooseRole([held('1', 'pending')], '1')).toBeNull();
});
