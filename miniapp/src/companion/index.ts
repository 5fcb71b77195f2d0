export { TaskCard, TaskRowCard, TaskStatus } from './task-card.tsx';
export { distanceWords, kindWords, needsWords, riskWords, statusTones } from './task-words.ts';
export type { OpenTask, Task, TaskRow } from './types.ts';
export { askAnew, keepTask, useTask } from './use-task.ts';
export { type TaskActs, useTaskActs } from './use-task-acts.ts';
