import { Empty, Section, Shown, Stack } from '../../ui/index.ts';
import type { TaskRow } from '../types.ts';
import { OwnTask } from './own-task.tsx';
import { useCurrentTasks } from './use-asking.ts';
import { askingWords as say } from './words.ts';

/** What waits for my word goes first; else the order of the list stays. */
const mineFirst = (items: readonly TaskRow[]): TaskRow[] => [
  ...items.filter((one) => one.status === 'done'),
  ...items.filter((one) => one.status !== 'done'),
];

/** Everything that is going on, each as a card. `elder`: name for whom, on the pages of family. */
export function CurrentTasks({ elder }: { elder?: boolean | undefined }) {
  const tasks = useCurrentTasks();
  return (
    <Section title={say.myTasks}>
      <Shown query={tasks}>
        {({ items }) =>
          items.length ? (
            <Stack>
              {mineFirst(items).map((row) => (
                <OwnTask key={row.id} row={row} elder={elder} />
              ))}
            </Stack>
          ) : (
            <Empty words={say.noTasks} />
          )
        }
      </Shown>
    </Section>
  );
}
