import { TaskActsPanel } from './task-acts.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskHistory } from './task-history.tsx';
import { TaskPeople, TaskPlace } from './task-people.tsx';
import { TaskService } from './task-service.tsx';
import type { Task } from './types.ts';

/** Everything that a task has for this viewer, acts right under what it is about. */
export function TaskView({ task, askAgain }: { task: Task; askAgain: () => unknown }) {
  return (
    <>
      <TaskHead task={task} />
      <TaskActsPanel task={task} askAgain={askAgain} />
      <TaskPlace task={task} />
      <TaskPeople task={task} />
      <TaskService task={task} />
      <TaskHistory task={task} />
    </>
  );
}
