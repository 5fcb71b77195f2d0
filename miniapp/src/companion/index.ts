export { KindGrid } from './asking/kind-grid.tsx';
export { TaskCard, TaskStatus } from './task-card.tsx';
export { kindWords } from './task-words.ts';
export type { TaskRow } from './types.ts';
export { useTask } from './use-task.ts';
