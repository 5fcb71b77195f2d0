import type { ReactNode } from 'react';
import { Shown } from '../../ui/index.ts';
import type { Task } from '../types.ts';
import { useTask } from '../use-task.ts';

/** Waits for the request that is to be repeated, if there is one. */
export function Like({ again, children }: { again: string | undefined; children: (like?: Task) => ReactNode }) {
  const task = useTask(again);
  return again ? <Shown query={task}>{children}</Shown> : children();
}
