import type { Role } from '@wubian/shared/roles.ts';
import { TaskActsPanel } from './task-acts.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskHistory } from './task-history.tsx';
import { TaskPeople, TaskPlace } from './task-people.tsx';
import { TaskService } from './task-service.tsx';
import type { Task } from './types.ts';

interface ViewProps {
  task: Task;
  /** As what the viewer looks: decides whom to offer for a call first. */
  role: Role | undefined;
  askAgain: () => unknown;
}

/** Everything that a task has for this viewer; what was done stands before the acts that judge it. */
export function TaskView({ task, role, askAgain }: ViewProps) {
  return (
    <>
      <TaskHead task={task} />
      <TaskService task={task} />
      <TaskActsPanel task={task} askAgain={askAgain} />
      <TaskPlace task={task} />
      <TaskPeople task={task} role={role} />
      <TaskHistory task={task} />
    </>
  );
}
