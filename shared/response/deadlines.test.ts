import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Clocked, nextDueOf, rungsCalled } from './deadlines.ts';
import { defaultLadder } from './ladder.ts';
import { after, canLeave, isOpen, type Move, moveNames } from './lifecycle.ts';

const second = 1_000;
const minute = 60 * second;
const times = { onSite: 900, onSiteLimit: 1_800, outcome: 1_800, report: 86_400, follow: 86_400 };
type Step = readonly [seconds: number, move: Move];

/** A call raised at 0 whose history went so; the first step is called with it. */
function call(steps: readonly Step[] = [], more: Partial<Clocked> = {}): Clocked {
  const history = [
    { move: 'raise' as const, at: 0 },
    { move: 'call' as const, at: 0 },
    ...steps.map(([s, move]) => ({ move, at: s * second })),
  ];
  const status = steps.reduce((now, [, move]) => after(move, now), 'raised' as Clocked['status']);
  return {
    status,
    raisedAt: 0,
    ladder: defaultLadder,
    times,
    history,
    noAnswerSince: null,
    checked: [],
    followed: false,
    ...more,
  };
}
const due = (one: Clocked) => {
  const next = nextDueOf(one);
  return next && `${next.at / second} ${next.move}`;
};

/** Makes every move of the clock at its instant, up to `until` seconds. */
function run(one: Clocked, until: number): string[] {
  const made: string[] = [];
  let now = one;
  for (let next = nextDueOf(now); next && next.at <= until * second; next = nextDueOf(now)) {
    made.push(`${next.at / second} ${next.move}`);
    now = { ...now, history: [...now.history, { move: next.move, at: next.at }] };
  }
  return made;
}

describe('what the clock does next', () => {
  it('calls after 60, 60 and 120 s, and then every 120 s for as long as nobody answers', () => {
    expect(run(call(), 720)).toEqual([
      '60 call',
      '120 call',
      '240 call',
      '360 call',
      '480 call',
      '600 call',
      '720 call',
    ]);
    expect(run(call(), 86_400)).toHaveLength(2 + (86_400 - 120) / 120);
  });

  it('does each overdue step once after a stop, and counts the next one from then', () => {
    expect(due(call([[2_220, 'call']]))).toBe('2280 call');
  });

  it('rings again 10 minutes after an acknowledgement without progress, and again', () => {
    expect(run(call([[30, 'acknowledge']]), 1_250)).toEqual(['630 ringAgain', '900 warnLate', '1230 ringAgain']);
    expect(
      due(
        call([
          [30, 'acknowledge'],
          [300, 'setOut'],
        ]),
      ),
    ).toBe('900 ringAgain');
  });

  it('warns at 15 and 30 minutes while nobody is there, each once', () => {
    const late = run(call([[30, 'acknowledge']]), 7_200).filter((made) => made.includes('warn'));
    expect(late).toEqual(['900 warnLate', '1800 warnLimit']);
    expect(
      run(
        call([
          [30, 'acknowledge'],
          [800, 'arrive'],
        ]),
        7_200,
      ).filter((made) => made.includes('warn')),
    ).toEqual([]);
  });

  it('counts lateness anew for a call that was opened again', () => {
    const reopened = call([
      [30, 'acknowledge'],
      [60, 'arrive'],
      [120, 'handle'],
      [50_000, 'reopen'],
      [50_010, 'acknowledge'],
    ]);
    expect(run(reopened, 52_000).filter((made) => made.includes('warn'))).toEqual([
      '50900 warnLate',
      '51800 warnLimit',
    ]);
  });

  it('goes on with the ladder at once when the lead is given back or the call opened again', () => {
    expect(
      due(
        call([
          [30, 'acknowledge'],
          [50, 'giveBack'],
        ]),
      ),
    ).toBe('50 call');
    expect(
      due(
        call([
          [30, 'acknowledge'],
          [60, 'arrive'],
          [70, 'handle'],
          [80, 'reopen'],
        ]),
      ),
    ).toBe('80 call');
    expect(
      rungsCalled(
        call([
          [60, 'call'],
          [70, 'acknowledge'],
          [80, 'giveBack'],
          [80, 'call'],
        ]).history,
      ),
    ).toBe(1);
  });

  it('asks for the outcome 30 minutes after arriving or handing over', () => {
    expect(
      due(
        call([
          [30, 'setOut'],
          [600, 'arrive'],
        ]),
      ),
    ).toBe('2400 ringAgain');
    expect(
      due(
        call([
          [30, 'acknowledge'],
          [40, 'handOver'],
        ]),
      ),
    ).toBe('1840 ringAgain');
  });

  it('drives the checklist: rung when a step is due, and with every stall until it is done', () => {
    const silent = call(
      [
        [60, 'arrive'],
        [100, 'noAnswer'],
      ],
      { noAnswerSince: 100 * second },
    );
    expect(run(silent, 1_700)).toEqual(['280 checkDue', '880 checkDue', '1480 checkDue']);
    const tried = { ...silent, checked: [{ check: 'ring' as const, result: 'noAnswer' as const, at: 200 * second }] };
    expect(due(tried)).toBe('500 checkDue');
  });

  it('reminds of the call next day and of the report, daily, and then leaves it alone', () => {
    const handled = call([
      [30, 'acknowledge'],
      [60, 'handle'],
    ]);
    expect(run(handled, 2 * 86_400)).toEqual(['86460 remindFollow', '86460 remindReport']);
    expect(run({ ...handled, followed: true }, 2 * 86_400)).toEqual(['86460 remindReport']);
    expect(
      due(
        call([
          [30, 'acknowledge'],
          [60, 'handle'],
          [90, 'review'],
        ]),
      ),
    ).toBeNull();
    expect(due(call([[30, 'falseAlarm']]))).toBeNull();
  });

  it('is never nothing while a call is open, whatever people did', () => {
    const acts = fc.array(fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom(...moveNames)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(acts, fc.boolean(), (wanted, silent) => {
        const steps: Step[] = [];
        let status: Clocked['status'] = 'raised';
        let at = 0;
        for (const [pause, move] of wanted) {
          if (!canLeave(move, status)) continue;
          at += pause;
          status = after(move, status);
          steps.push([at, move]);
        }
        const one = call(steps, { noAnswerSince: silent ? at * second : null });
        const next = nextDueOf(one);
        if (!isOpen(one.status)) return;
        expect(next).not.toBeNull();
        // At the latest after the longest wait of all, counted from the last entry.
        expect(next!.at).toBeLessThanOrEqual(at * second + 30 * minute);
      }),
      { numRuns: 500 },
    );
  });
});
