/**
 * What is done, in this order, when an old person does not answer (domain.md §10b 36: attempts, neighbour, family,
 * property manager, police with the entry authorisation on file). The system names the step and times it.
 */
export const checks = {
  ring: { label: '再打老人电话', hint: '手机和座机都打，多响几声', minutes: 3 },
  neighbour: { label: '请有钥匙的邻居看看', hint: '请邻居敲门、开门', minutes: 5 },
  family: { label: '问家属', hint: '老人是不是出门、住院或在亲戚家', minutes: 5 },
  property: { label: '请物业帮忙', hint: '看监控、电梯和水电', minutes: 10 },
  police: { label: '请民警到场开门', hint: '带上入户授权', minutes: 15 },
} as const;
export type Check = keyof typeof checks;
export const checkNames = Object.keys(checks) as [Check, ...Check[]];

export const checkResults = { answered: '联系上了', noAnswer: '没有回应', notPossible: '办不到' } as const;
export type CheckResult = keyof typeof checkResults;

/** What a history says of the protocol. */
export interface Checked {
  check: Check;
  result: CheckResult;
  at: number;
}

export interface CheckStep {
  check: Check;
  state: 'done' | 'now' | 'ahead';
  result: CheckResult | null;
  /** Epoch ms: when it should be done; null while it lies ahead. */
  dueAt: number | null;
}

/**
 * The steps of the protocol since nobody answered (epoch ms), with the one that is to be done now. A step may be tried
 * again: its last result counts. Once one of them was answered, nothing is due any more.
 */
export function checkSteps(since: number, done: readonly Checked[]): CheckStep[] {
  const last = new Map(done.map((one) => [one.check, one]));
  const isOver = done.at(-1)?.result === 'answered';
  let from = since;
  let isNow = !isOver;
  return checkNames.map((check) => {
    const one = last.get(check);
    if (one) {
      from = Math.max(from, one.at);
      return { check, state: 'done', result: one.result, dueAt: null };
    }
    const step: CheckStep = {
      check,
      state: isNow ? 'now' : 'ahead',
      result: null,
      dueAt: isNow ? from + checks[check].minutes * 60_000 : null,
    };
    isNow = false;
    return step;
  });
}
