import { signal } from './signal.ts';

/** The few parts of the Web Audio interface that an alarm needs; browsers and WeChat have the same. */
export interface Speaker {
  readonly state: string;
  readonly currentTime: number;
  readonly destination: unknown;
  createOscillator(): {
    type: string;
    frequency: { value: number };
    connect(to: never): unknown;
    start(at: number): void;
    stop(at: number): void;
  };
  createGain(): { gain: { value: number }; connect(to: never): unknown };
  resume(): Promise<unknown>;
}

export interface AlarmParts {
  /** Makes the phone's speaker, or undefined where there is none. Called in a tap only: else phones stay silent. */
  open(): Speaker | undefined;
  /** Shakes the phone once, where it can. */
  shake(): void;
  /** Runs every so often; gives the way to stop. */
  every(ms: number, run: () => void): () => void;
  /** Whether she once turned sound on, on this phone. */
  wish: { read(): boolean; write(on: boolean): void };
}

/** High and low by turns, as no ring tone of a phone sounds; Hz. */
const notes = [880, 660, 880, 660] as const;
const noteSeconds = 0.25;
const loudness = 0.5;
const againMs = 2_000;

/** Plays the alarm's four notes once. */
function play(speaker: Speaker): void {
  const gain = speaker.createGain();
  gain.gain.value = loudness;
  gain.connect(speaker.destination as never);
  notes.forEach((hertz, n) => {
    const note = speaker.createOscillator();
    note.type = 'square';
    note.frequency.value = hertz;
    note.connect(gain as never);
    const at = speaker.currentTime + n * noteSeconds;
    note.start(at);
    note.stop(at + noteSeconds * 0.9);
  });
}

/** An alarm made by the phone itself, without any file. It sounds only after a tap turned it on, and until hushed. */
export function createAlarm({ open, shake, every, wish }: AlarmParts) {
  const isOn = signal(false);
  let speaker: Speaker | undefined;
  let stop: (() => void) | undefined;

  const once = () => {
    shake();
    if (isOn.get() && speaker) play(speaker);
  };

  return {
    /** Whether it would sound now. */
    isOn,
    /** Whether she wants sound but this start of the program has had no tap yet: ask her for one. */
    needsTap: (): boolean => !isOn.get() && wish.read(),

    /** Call it in a tap. Sounds once, so that she hears what she turned on; false where the phone cannot. */
    async turnOn(): Promise<boolean> {
      wish.write(true);
      try {
        speaker ??= open();
        if (speaker && speaker.state !== 'running') await speaker.resume();
      } catch {
        speaker = undefined;
      }
      if (!speaker) return false;
      isOn.set(true);
      play(speaker);
      return true;
    },
    turnOff(): void {
      wish.write(false);
      isOn.set(false);
    },

    /** Sounds and shakes again and again until `hush`; calling it twice is calling it once. */
    ring(): void {
      if (stop) return;
      once();
      stop = every(againMs, once);
    },
    hush(): void {
      stop?.();
      stop = undefined;
    },
  };
}
