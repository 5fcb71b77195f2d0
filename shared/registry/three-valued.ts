/** Yes, no, or nobody has found out: what is not known is never a no. */
export type Holds = 'yes' | 'no' | 'unknown';

/** One condition on one fact, asked of somebody on a day. */
export interface Told<F extends string = string> {
  field: F;
  holds: Holds;
  /** The fact in the user's words; '' while it is not known. */
  said: string;
  /** What the user would have to find out, e.g. '子女住在哪里'. */
  asks: string;
}

export interface Verdict<F extends string = string> {
  holds: Holds;
  /** Why: the facts that decide it, or what is missing for a decision. */
  reason: string;
  /** Every condition that was asked. */
  told: readonly Told<F>[];
}

/** '还不知道：居住状况、子女住在哪里'. */
export const stillToFindOut = (asks: readonly string[]): string => `还不知道：${[...new Set(asks)].join('、')}`;

/**
 * All conditions together, in Kleene's logic: one known no decides, whatever else is missing; a yes needs every fact.
 * So taking a fact away can turn a decision into 'unknown' and never into its opposite.
 */
export function allOf<F extends string>(told: readonly Told<F>[]): Verdict<F> {
  const refuted = told.findIndex(({ holds }) => holds === 'no');
  const said = (some: readonly Told<F>[]): string =>
    some.flatMap((one) => (one.holds === 'unknown' ? [] : [one.said])).join('，');
  if (refuted >= 0) return { holds: 'no', reason: said(told.slice(0, refuted + 1)), told };
  const missing = told.filter(({ holds }) => holds === 'unknown');
  if (missing.length > 0) return { holds: 'unknown', reason: stillToFindOut(missing.map(({ asks }) => asks)), told };
  return { holds: 'yes', reason: said(told), told };
}
