import type { Kind } from '@wubian/shared/companion/kinds.ts';
import type * as schema from '@wubian/shared/companion/schema.ts';
import type * as z from 'zod';

export type Task = z.output<typeof schema.Task>;
export type TaskRow = z.output<typeof schema.TaskRow>;
export type OpenTask = z.output<typeof schema.OpenTask>;
export type EstateNear = z.output<typeof schema.EstateNear>;

/** What any act needs to know of a task; a full task, a row and an open card all give it. */
export interface ActsOn {
  id: string;
  kind: Kind;
  kindLabel: string;
  elderName: string;
  part: boolean;
  /** Minutes from start to end, once the service is over. */
  minutes: number | null;
}

/** The common part of a task in any of its three forms. */
export function actsOn(task: Task | TaskRow | OpenTask): ActsOn {
  const { id, kind, kindLabel } = task;
  const what = { id, kind, kindLabel };
  if ('elder' in task) return { ...what, elderName: task.elder.name, part: task.part, minutes: task.minutes };
  if ('elderName' in task) return { ...what, elderName: task.elderName, part: false, minutes: null };
  return { ...what, elderName: task.elderMasked, part: task.part, minutes: null };
}
