/** Where a family's grant stands. 'expired' follows from its last day alone; a sweep writes it down later. */
export const grantStates = ['asked', 'active', 'refused', 'ended', 'expired'] as const;
export type GrantState = (typeof grantStates)[number];

interface GrantMoveRow {
  from: readonly GrantState[];
  to: GrantState;
}

/** Every move of a grant; the store's filter, `can` and the tests read this table. */
export const grantMoves = {
  confirm: { from: ['asked'], to: 'active' },
  refuse: { from: ['asked'], to: 'refused' },
  end: { from: ['asked', 'active'], to: 'ended' },
  expire: { from: ['asked', 'active'], to: 'expired' },
} as const satisfies Record<string, GrantMoveRow>;
export type GrantMove = keyof typeof grantMoves;

/** What a grant is on `day` (YYYY-MM-DD); `until` is its last good day. A person's tie to her own file does not end. */
export const grantStateOn = (
  { state, until, relation }: { state: GrantState; until: string; relation: string },
  day: string,
): GrantState => {
  const runs = state === 'asked' || (state === 'active' && relation !== 'self');
  return runs && until < day ? 'expired' : state;
};
