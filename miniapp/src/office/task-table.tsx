import { kindWords, type TaskRow, TaskStatus } from '../companion/index.ts';
import { now } from '../platform/clock.ts';
import { go } from '../platform/nav.ts';
import { agoWords, type Column, DataTable, Tap, windowWords } from '../ui/index.ts';
import { officeWords as w } from './words.ts';

const columns: Column<TaskRow>[] = [
  {
    title: w.task,
    id: 'task',
    share: 1.2,
    cell: ({ id, elderName, ...task }) => (
      <Tap className="w-link" id={`task-${id}`} onTap={() => go('task', { id })}>
        {`${kindWords(task)} · ${elderName}`}
      </Tap>
    ),
  },
  { title: w.place, share: 1.3, cell: ({ communityName, estateName }) => `${communityName} ${estateName}` },
  {
    title: w.when,
    id: 'when',
    share: 1.9,
    cell: ({ windowFrom, windowTo }) => windowWords(windowFrom, windowTo, now()),
    sortBy: ({ windowFrom }) => windowFrom,
  },
  { title: w.asker, cell: ({ askerName }) => askerName },
  { title: w.volunteer, cell: ({ volunteerName }) => volunteerName ?? w.nobody },
  { title: w.status, share: 1.5, cell: (row) => <TaskStatus task={row} /> },
  {
    title: w.since,
    id: 'since',
    cell: ({ since }) => agoWords(since, now()),
    sortBy: ({ since }) => since,
  },
];

/** Tasks as lines of a table; the first cell opens the task with its whole history. */
export const TaskTable = ({ rows }: { rows: TaskRow[] }) => (
  <DataTable label={w.tasks} columns={columns} rows={rows} keyOf={({ id }) => id} />
);
