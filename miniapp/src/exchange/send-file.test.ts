import { Unreachable } from '@wubian/shared/client.ts';
import { partBytes } from '@wubian/shared/exchange/parts.ts';
import { expect, it } from 'vitest';
import { sendFile } from './send-file.ts';

const size = partBytes * 2 + 10;
const file = { name: '名单.xlsx', size, read: async (from: number) => `part from ${from}` };

/** A server that loses what it is told to lose: `lost` counts down with every try of that part. */
function carrier(lost: Record<number, number> = {}) {
  const parts = new Map<number, string>();
  const percents: number[] = [];
  const pauses: number[] = [];
  let isFinished = false;
  const upload = () => ({
    ...{ id: 'a', name: '', size, parts: 3 },
    received: [...parts.keys()],
    finished: isFinished,
  });
  const deps = {
    pause: async (ms: number) => void pauses.push(ms),
    exchange: {
      startUpload: async () => upload(),
      async putPart({ n, base64 }: { n: number; base64: string }) {
        if (lost[n]) {
          lost[n] -= 1;
          throw new Unreachable();
        }
        parts.set(n, base64);
        return { n };
      },
      async finishUpload() {
        isFinished = true;
        return upload();
      },
    },
  };
  const send = (isStopped = () => false) =>
    sendFile(deps, file, { id: 'a', onPercent: (percent) => percents.push(percent), isStopped });
  return { parts, percents, pauses, send, finished: () => isFinished };
}

it('sends every part and says how far it is', async () => {
  const { parts, percents, send, finished } = carrier();
  expect(await send()).toBe(true);
  expect([...parts.values()]).toEqual(['part from 0', `part from ${partBytes}`, `part from ${2 * partBytes}`]);
  expect(percents).toEqual([0, 33, 66, 100]);
  expect(finished()).toBe(true);
});

it('tries a lost part again, each time after a longer pause', async () => {
  const { parts, pauses, send } = carrier({ 1: 2 });
  expect(await send()).toBe(true);
  expect(parts.size).toBe(3);
  expect(pauses).toEqual([1_000, 3_000]);
});

it('gives up when the network stays away, and goes on later with what is missing', async () => {
  const { parts, percents, send, finished } = carrier({ 1: 4 });
  await expect(send()).rejects.toThrow(Unreachable);
  expect([...parts.keys()]).toEqual([0]);
  expect(finished()).toBe(false);
  expect(await send()).toBe(true);
  expect(percents).toEqual([0, 33, 33, 66, 100]);
});

it('stops when it is told to, and leaves the upload unfinished', async () => {
  const { parts, send, finished } = carrier();
  expect(await send(() => parts.size === 2)).toBe(false);
  expect(parts.size).toBe(2);
  expect(finished()).toBe(false);
});
