import { StatusTag } from '../../ui/index.ts';
import type { Batch } from '../use-batches.ts';

const tones = {
  mapping: 'wait',
  checking: 'go',
  ready: 'wait',
  applying: 'go',
  applied: 'done',
  undoing: 'go',
  undone: 'stop',
  failed: 'warn',
  dropped: 'stop',
} as const satisfies Record<Batch['state'], string>;

/** Where an import stands, in a word. */
export const StateTag = ({ state, label }: { state: Batch['state']; label: string }) => (
  <StatusTag tone={tones[state]}>{label}</StatusTag>
);
