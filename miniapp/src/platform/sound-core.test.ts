import { beforeEach, expect, it } from 'vitest';
import { createAlarm, type Speaker } from './sound-core.ts';

let opened: number;
let hasSpeaker: boolean;
let played: { hertz: number; from: number; to: number }[];
let shakes: number;
let wish: boolean;
let ticks: (() => void)[];

const speaker = (): Speaker => {
  const made = {
    state: 'suspended',
    currentTime: 5,
    destination: 'loudspeaker',
    createGain: () => ({ gain: { value: 1 }, connect: () => undefined }),
    createOscillator() {
      const note = { type: '', frequency: { value: 0 }, from: 0 };
      return Object.assign(note, {
        connect: () => undefined,
        start: (at: number) => {
          note.from = at;
        },
        stop: (at: number) => void played.push({ hertz: note.frequency.value, from: note.from, to: at }),
      });
    },
    async resume() {
      made.state = 'running';
    },
  };
  return made;
};
const make = () =>
  createAlarm({
    open() {
      opened++;
      return hasSpeaker ? speaker() : undefined;
    },
    shake: () => void shakes++,
    every(_ms, run) {
      ticks.push(run);
      return () => {
        ticks = ticks.filter((one) => one !== run);
      };
    },
    wish: {
      read: () => wish,
      write: (on) => {
        wish = on;
      },
    },
  });
const tick = () => {
  for (const run of ticks) run();
};

beforeEach(() => {
  opened = 0;
  hasSpeaker = true;
  played = [];
  shakes = 0;
  wish = false;
  ticks = [];
});

it('makes no sound before a tap turned it on, but shakes', () => {
  const alarm = make();
  alarm.ring();
  tick();
  expect([opened, played.length, shakes]).toEqual([0, 0, 2]);
});

it('sounds once when turned on, then again and again until hushed', async () => {
  const alarm = make();
  expect(await alarm.turnOn()).toBe(true);
  expect(played.map(({ hertz }) => hertz)).toEqual([880, 660, 880, 660]);
  for (const [n, { from, to }] of played.entries()) {
    expect(from).toBe(5 + n * 0.25);
    expect(to).toBeGreaterThan(from);
  }
  alarm.ring();
  alarm.ring();
  tick();
  tick();
  expect([played.length, ticks.length]).toEqual([16, 1]);
  alarm.hush();
  tick();
  expect([played.length, ticks.length]).toEqual([16, 0]);
});

it('is silent again when turned off, and remembers over a restart that a tap is needed', async () => {
  const alarm = make();
  await alarm.turnOn();
  expect(alarm.needsTap()).toBe(false);
  const later = make();
  expect([later.isOn.get(), later.needsTap()]).toEqual([false, true]);
  alarm.turnOff();
  alarm.ring();
  expect(played.length).toBe(4);
  expect(later.needsTap()).toBe(false);
});

it('says so where the phone has no speaker', async () => {
  hasSpeaker = false;
  const alarm = make();
  expect(await alarm.turnOn()).toBe(false);
  expect(alarm.isOn.get()).toBe(false);
});
