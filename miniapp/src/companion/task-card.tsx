import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { now } from '../platform/clock.ts';
import { go } from '../platform/nav.ts';
import { Card, ListRow, StatusTag, Words, windowWords } from '../ui/index.ts';
import { kindWords, statusTones } from './task-words.ts';
import { actsOn, type Task, type TaskRow } from './types.ts';
import { taskWords } from './words.ts';

/** The status of a task: a sign and words, never colour alone. */
export function TaskStatus({ task }: { task: Pick<Task | TaskRow, 'status' | 'statusLabel'> }) {
  return <StatusTag tone={statusTones[task.status]}>{task.statusLabel}</StatusTag>;
}

interface CardProps {
  task: Task | TaskRow;
  /** On the volunteer's own pages: she need not read her own name. */
  mine?: boolean | undefined;
  /** Its acts. */
  children?: ReactNode;
}

/** A task as a card: what, for whom, when, how it stands. */
export function TaskCard({ task, mine, children }: CardProps) {
  const { part, elderName } = actsOn(task);
  const [from, to] = 'window' in task ? [task.window.from, task.window.to] : [task.windowFrom, task.windowTo];
  const volunteer = 'volunteerName' in task ? task.volunteerName : task.volunteer?.name;
  const estate = 'estateName' in task ? task.estateName : task.place.estateName;
  return (
    <Card tone={statusTones[task.status] === 'warn' ? 'glow' : undefined}>
      <View className="w-item-head">
        <View className="w-card-title">{`${kindWords(task, part)} · ${elderName}`}</View>
        <TaskStatus task={task} />
      </View>
      <View>
        <Words>{windowWords(from, to, now())}</Words>
        <Words tone="soft">{estate}</Words>
        {volunteer && !mine ? <Words tone="soft">{`${taskWords.volunteer} ${volunteer}`}</Words> : null}
      </View>
      {children}
    </Card>
  );
}

/** A task as a line of a list; a tap opens it, or does what `onTap` says. Put into Rows. */
export function TaskRowCard({
  task,
  onTap,
  mine,
}: {
  task: TaskRow;
  onTap?: (() => unknown) | undefined;
  mine?: boolean | undefined;
}) {
  const { id, elderName, estateName, volunteerName, windowFrom, windowTo, concern } = task;
  return (
    <ListRow
      id={`task-${id}`}
      title={`${kindWords(task)} · ${elderName}`}
      tag={<TaskStatus task={task} />}
      notes={[
        windowWords(windowFrom, windowTo, now()),
        [estateName, !mine && volunteerName && `${taskWords.volunteer} ${volunteerName}`].filter(Boolean).join(' · '),
        concern && taskWords.hasConcern,
      ]}
      onTap={onTap ?? (() => go('task', { id }))}
    />
  );
}
