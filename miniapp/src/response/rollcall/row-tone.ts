import type { RowState } from '@wubian/shared/response/rollcall/labels.ts';
import type { Tone } from '../../ui/index.ts';

/** What a state of a row means to the reader. */
export const rowTones: Record<RowState, Tone> = {
  needsHelp: 'warn',
  notReached: 'warn',
  waiting: 'wait',
  onTheWay: 'go',
  safe: 'done',
  away: 'stop',
};
