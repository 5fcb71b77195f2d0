import { Empty, Section, Shown, Stack } from '../../ui/index.ts';
import { OwnTask } from './own-task.tsx';
import { useCurrentTasks } from './use-asking.ts';
import { askingWords as say } from './words.ts';

/** Everything that is going on, each as a card. `elder`: name for whom, on the pages of family. */
export function CurrentTasks({ elder }: { elder?: boolean | undefined }) {
  const tasks = useCurrentTasks();
  return (
    <Section title={say.myTasks}>
      <Shown query={tasks}>
        {({ items }) =>
          items.length ? (
            <Stack>
              {items.map((row) => (
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
