import type { ReactNode } from 'react';
import { now } from '../platform/clock.ts';
import { go } from '../platform/nav.ts';
import { Card, ListRow, Row, StatusTag, Words, windowWords } from '../ui/index.ts';
import { kindWords, statusTones } from './task-words.ts';
import { actsOn, type Task, type TaskRow } from './types.ts';
import { taskWords } from './words.ts';

/** The status of a task: a sign and words, never colour alone. */
export function TaskStatus({ task }: { task: Pick<Task | TaskRow, 'status' | 'statusLabel'> }) {
  return <StatusTag tone={statusTones[task.status]}>{task.statusLabel}</StatusTag>;
}

/** A task as a card for home pages: what, for whom, when, how it stands; `children` are its acts. */
export function TaskCard({ task, children }: { task: Task | TaskRow; children?: ReactNode }) {
  const { kind, part, elderName } = actsOn(task);
  const [from, to] = 'window' in task ? [task.window.from, task.window.to] : [task.windowFrom, task.windowTo];
  const volunteer = 'volunteerName' in task ? task.volunteerName : task.volunteer?.name;
  return (
    <Card tone={statusTones[task.status] === 'warn' ? 'glow' : undefined}>
      <Row>
        <Words tone="strong">{`${kindWords(kind, part)} · ${elderName}`}</Words>
        <TaskStatus task={task} />
      </Row>
      <Words>{windowWords(from, to, now())}</Words>
      {volunteer ? <Words tone="soft">{`${taskWords.volunteer} ${volunteer}`}</Words> : null}
      {children}
    </Card>
  );
}

/** A task as a line of a list; a tap opens it, or does what `onTap` says. Put into Rows. */
export function TaskRowCard({ task, onTap }: { task: TaskRow; onTap?: (() => unknown) | undefined }) {
  const { id, kind, elderName, estateName, volunteerName, windowFrom, windowTo, concern } = task;
  return (
    <ListRow
      id={`task-${id}`}
      title={`${kindWords(kind)} · ${elderName}`}
      tag={<TaskStatus task={task} />}
      notes={[
        windowWords(windowFrom, windowTo, now()),
        [estateName, volunteerName && `${taskWords.volunteer} ${volunteerName}`].filter(Boolean).join(' · '),
        concern && taskWords.hasConcern,
      ]}
      onTap={onTap ?? (() => go('task', { id }))}
    />
  );
}
