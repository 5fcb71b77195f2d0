import { endStatuses } from '@wubian/shared/companion/lifecycle.ts';
import { now } from '../platform/clock.ts';
import { Card, Section, Timeline, type TimelineItem, whenWords } from '../ui/index.ts';
import type { Task } from './types.ts';
import { taskWords } from './words.ts';

/** Each step with who, when and the words given; the newest is where the story stands unless it is over. */
function historyItems({ history, status }: Pick<Task, 'history' | 'status'>, nowMs: number): TimelineItem[] {
  const over = endStatuses.includes(status);
  return history.map(({ label, at, by, words, forElder }, index) => ({
    title: label,
    at: whenWords(at, nowMs),
    note: [`${by}${forElder ? ` ${taskWords.forElder}` : ''}`, words].filter(Boolean).join('：'),
    state: index === history.length - 1 && !over ? 'now' : 'done',
  }));
}

/** The whole story of a request, oldest first. */
export function TaskHistory({ task }: { task: Task }) {
  return (
    <Section title={taskWords.history}>
      <Card>
        <Timeline items={historyItems(task, now())} />
      </Card>
    </Section>
  );
}
