import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createHub, type Ear, SLOW_BYTES } from './hub.ts';

function ear(waiting = 0) {
  const heard: Record<string, string>[] = [];
  const state = { dropped: 0 };
  const one: Ear = {
    send: (message) => heard.push(JSON.parse(message.toString())),
    waiting: () => waiting,
    drop: () => void state.dropped++,
  };
  return { one, heard, state };
}
const settled = async () => {
  for (let n = 0; n < 50; n++) await turn();
};

it('tells each ear once, under the first topic of the event that it has', async () => {
  const hub = createHub();
  const [a, b, c] = [ear(), ear(), ear()];
  hub.add(a.one, ['x', 'y']);
  hub.add(b.one, ['y']);
  hub.add(c.one, ['z']);
  hub.tell({ topics: ['x', 'y', 'nobody'], kind: 'k', id: '1' });
  await settled();
  expect(a.heard).toEqual([{ kind: 'k', id: '1', topic: 'x' }]);
  expect(b.heard).toEqual([{ kind: 'k', id: '1', topic: 'y' }]);
  expect(c.heard).toEqual([]);
  hub.tellAll({ kind: 'missed' });
  await settled();
  expect(c.heard).toEqual([{ kind: 'missed' }]);
});

it('forgets who leaves, also between being called and being told', async () => {
  const hub = createHub();
  const [a, b] = [ear(), ear()];
  const leave = hub.add(a.one, ['x']);
  hub.add(b.one, ['x']);
  hub.tell({ topics: ['x'], kind: 'k', id: '1' });
  leave();
  await settled();
  expect([a.heard.length, b.heard.length, hub.size()]).toEqual([0, 1, 1]);
});

it('drops who does not read, instead of sending more', async () => {
  const hub = createHub();
  const [slow, quick] = [ear(SLOW_BYTES + 1), ear(SLOW_BYTES)];
  hub.add(slow.one, ['x']);
  hub.add(quick.one, ['x']);
  hub.tell({ topics: ['x'], kind: 'k', id: '1' });
  await settled();
  expect([slow.heard.length, slow.state.dropped, quick.heard.length, quick.state.dropped]).toEqual([0, 1, 1, 0]);
});

it('sends to many in slices of 250, in order, and lets others run between them', async () => {
  const hub = createHub();
  const ears = Array.from({ length: 1_001 }, () => ear());
  for (const { one } of ears) hub.add(one, ['x']);
  const told = () => ears.reduce((sum, { heard }) => sum + heard.length, 0);
  hub.tell({ topics: ['x'], kind: 'k', id: '1' });
  hub.tell({ topics: ['x'], kind: 'k', id: '2' });
  const after: number[] = [];
  while (told() < 2_002) {
    await turn();
    after.push(told());
  }
  const steps = after.map((now, at) => now - (after[at - 1] ?? 0));
  expect(Math.max(...steps)).toBe(250);
  expect(ears.every(({ heard }) => heard.map(({ id }) => id).join() === '1,2')).toBe(true);
});
