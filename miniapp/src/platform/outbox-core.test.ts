import { Unreachable } from '@wubian/shared/client.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutbox, type OutboxParts, type Parcel } from './outbox-core.ts';

/** What the server does with the next calls: answer, throw, or (left empty) take everything. */
let script: ((parcel: Parcel) => unknown)[];
let delivered: string[];
let kept: Map<string, Parcel>;
let owner: string | undefined;
let ms: number;

const parts = (): OutboxParts => ({
  async deliver(parcel) {
    delivered.push(parcel.id);
    return script.shift()?.(parcel) ?? { done: true };
  },
  storage: {
    load: () => [...kept.values()].map((one) => structuredClone(one)),
    save: (parcel) => void kept.set(parcel.id, structuredClone(parcel)),
    drop: (id) => void kept.delete(id),
  },
  now: () => ms++,
  owner: () => owner,
});
const made = (id: string, key = id) => ({
  id,
  room: 'companion',
  endpoint: 'start',
  input: { id },
  label: `做 ${id}`,
  key,
});
const lost = () => {
  throw new Unreachable();
};
const refuse = (code: ConstructorParameters<typeof Refusal>[0]) => () => {
  throw new Refusal(code);
};

beforeEach(() => {
  script = [];
  delivered = [];
  kept = new Map();
  owner = 'wang/volunteer';
  ms = 1000;
});

describe('a submission', () => {
  it('goes out at once and leaves nothing behind', async () => {
    const outbox = createOutbox(parts());
    expect(await outbox.submit(made('a'))).toEqual({ sent: true, answer: { done: true } });
    expect(outbox.all()).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('is kept when nobody answers, survives a restart, and goes out once on the next try', async () => {
    script = [lost];
    expect(await createOutbox(parts()).submit(made('a'))).toEqual({ sent: false });
    const after = createOutbox(parts());
    expect(after.all()).toMatchObject([{ id: 'a', state: 'waiting', tries: 1, label: '做 a' }]);
    await Promise.all([after.retry(), after.retry()]);
    expect(delivered).toEqual(['a', 'a']);
    expect(kept.size).toBe(0);
  });

  it('is written down before it is tried, so a crash while sending loses nothing', async () => {
    const outbox = createOutbox({ ...parts(), deliver: () => new Promise(() => undefined) });
    void outbox.submit(made('a'));
    expect(createOutbox(parts()).all()).toMatchObject([{ id: 'a', state: 'waiting' }]);
  });

  it('throws a real no on the first try, for the open form, and keeps nothing', async () => {
    script = [refuse('task_moved_on')];
    const outbox = createOutbox(parts());
    await expect(outbox.submit(made('a'))).rejects.toMatchObject({ code: 'task_moved_on' });
    expect(kept.size).toBe(0);
  });

  it.each(['busy', 'too_many_tries', 'session_expired'] as const)('is kept after %s', async (code) => {
    script = [refuse(code)];
    const outbox = createOutbox(parts());
    expect(await outbox.submit(made('a'))).toEqual({ sent: false });
    expect(outbox.all()).toMatchObject([{ state: 'waiting' }]);
  });
});

describe('the list of unsent things', () => {
  it('keeps a late no with its words until dismissed, and goes on with the rest', async () => {
    script = [lost, lost, refuse('task_moved_on')];
    const outbox = createOutbox(parts());
    await outbox.submit(made('a'));
    await outbox.submit(made('b'));
    await outbox.retry();
    expect(outbox.all()).toMatchObject([{ id: 'a', state: 'refused', words: new Refusal('task_moved_on').message }]);
    await outbox.retry();
    expect(delivered).toEqual(['a', 'b', 'a', 'b']);
    outbox.dismiss('a');
    expect(kept.size).toBe(0);
  });

  it('lets finish wait for its start, while other tasks go', async () => {
    script = [lost];
    const outbox = createOutbox(parts());
    await outbox.submit(made('start', 'task1'));
    expect(await outbox.submit(made('finish', 'task1'))).toEqual({ sent: false });
    expect(await outbox.submit(made('other', 'task2'))).toMatchObject({ sent: true });
    await outbox.retry();
    expect(delivered).toEqual(['start', 'other', 'start', 'finish']);
    expect(outbox.all()).toEqual([]);
  });

  it('keeps that order when the start is still on its way', async () => {
    let arrive: (answer: unknown) => void = () => undefined;
    script = [
      () =>
        new Promise((done) => {
          arrive = done;
        }),
    ];
    const outbox = createOutbox(parts());
    const start = outbox.submit(made('start', 'task1'));
    expect(await outbox.submit(made('finish', 'task1'))).toEqual({ sent: false });
    await outbox.retry();
    expect(delivered).toEqual(['start']);
    arrive({ done: true });
    await start;
    await outbox.retry();
    expect(delivered).toEqual(['start', 'finish']);
  });

  it('sends a call for help past what hangs, and past a phone without room', async () => {
    const hangs = ({ id }: Parcel) => (id === 'photo' ? new Promise(() => undefined) : { done: true });
    script = [lost, lost, hangs, hangs];
    const noRoom = () => {
      throw new Error('no room');
    };
    const storage = { ...parts().storage, save: noRoom };
    const before = createOutbox(parts());
    await before.submit(made('photo'));
    const outbox = createOutbox({ ...parts(), storage });
    expect(await outbox.submit({ ...made('sos'), urgent: true })).toEqual({ sent: false });
    void outbox.retry();
    await vi.waitFor(() => expect(outbox.all().map(({ id }) => id)).toEqual(['photo']));
    expect(delivered.slice(2).sort()).toEqual(['photo', 'sos']);
    await expect(outbox.submit(made('other'))).rejects.toThrow('no room');
  });

  it('stops at the first silence and counts the try', async () => {
    script = [lost, lost, lost];
    const outbox = createOutbox(parts());
    await outbox.submit(made('a'));
    await outbox.submit(made('b'));
    await outbox.retry();
    expect(delivered).toEqual(['a', 'b', 'a']);
    expect(outbox.all()).toMatchObject([
      { id: 'a', tries: 2 },
      { id: 'b', tries: 1 },
    ]);
  });

  it('sends nothing as another person or role, nor signed out', async () => {
    script = [lost];
    const outbox = createOutbox(parts());
    await outbox.submit(made('a'));
    for (owner of ['wang/family', 'li/volunteer', undefined]) await outbox.retry();
    expect(delivered).toEqual(['a']);
    owner = 'wang/volunteer';
    await outbox.retry();
    expect(delivered).toEqual(['a', 'a']);
  });

  it('tells its watchers', async () => {
    script = [lost];
    const outbox = createOutbox(parts());
    let told = 0;
    const stop = outbox.subscribe(() => told++);
    await outbox.submit(made('a'));
    expect(told).toBe(1);
    stop();
    outbox.dismiss('a');
    expect(told).toBe(1);
  });
});
