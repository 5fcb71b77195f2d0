import { expect, it } from 'vitest';
import type { Actor, Caller } from '../actor.ts';
import { topicsOf } from './topics.ts';

const actor = (given: Partial<Actor>): Actor => ({
  ...{ accountId: 'me', sessionId: 's', name: '', secondFactor: true, assignmentId: 'a', elderId: null },
  ...{ role: 'gridWorker', streetId: 'st', communityIds: ['c1', 'c2'], ...given },
});
const visitor: Caller = { accountId: 'me', sessionId: 's', name: '', secondFactor: false, role: null };

it.each<[string, Caller, string[]]>([
  ['a visitor', visitor, []],
  ['a resident', actor({ role: 'resident', communityIds: [] }), []],
  ['a volunteer', actor({ role: 'volunteer' }), []],
  ['a grid worker', actor({}), ['desk:st:c1', 'desk:st:c2']],
  ['a community head', actor({ role: 'communityHead', communityIds: ['c1'] }), ['desk:st:c1']],
  [
    'the office',
    actor({ role: 'streetOffice', communityIds: [] }),
    ['desk:st', 'desk:st:c1', 'desk:st:c2', 'desk:st:c3'],
  ],
  ['a worker without the second factor', actor({ secondFactor: false }), []],
  ['one who may only look', actor({ role: 'districtViewer', communityIds: [] }), []],
])('gives %s her own account and her desks', async (_who, caller, desks) => {
  expect(await topicsOf(caller, async () => ['c1', 'c2', 'c3'])).toEqual(['account:me', ...desks]);
});
