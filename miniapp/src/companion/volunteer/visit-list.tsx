import { go } from '../../platform/nav.ts';
import { Empty, MainAct, PagedList, PlainButton, Rows, Section, Shown, Stack } from '../../ui/index.ts';
import { TaskCard, TaskRowCard } from '../task-card.tsx';
import type { TaskRow } from '../types.ts';
import { actWords } from '../words.ts';
import { usePastVisits, useVisits } from './use-volunteering.ts';
import { volunteerWords as say } from './words.ts';

/** What is in hand, the most pressing first. Works from the phone's own copy without network. */
export function CurrentVisits() {
  const visits = useVisits();
  return (
    <Shown query={visits}>
      {({ items }) => {
        const running = items.filter(({ status }) => status === 'inService');
        const coming = items.filter(({ status }) => status === 'claimed');
        const rest = items.filter((one) => !running.includes(one) && !coming.includes(one));
        const first = [...running, ...coming][0];
        if (!items.length) {
          return (
            <Empty words={say.noneCurrent}>
              <MainAct id="to-open" onTap={() => go('volunteerHome')}>
                {say.toOpen}
              </MainAct>
            </Empty>
          );
        }
        return (
          <>
            <Group title={say.running} rows={running} first={first} />
            <Group title={say.coming} rows={coming} first={first} />
            {rest.length ? (
              <Section title={say.waitingConfirm}>
                <Rows>
                  {rest.map((row) => (
                    <TaskRowCard key={row.id} task={row} mine />
                  ))}
                </Rows>
              </Section>
            ) : null}
          </>
        );
      }}
    </Shown>
  );
}

function Group({ title, rows, first }: { title: string; rows: TaskRow[]; first: TaskRow | undefined }) {
  if (!rows.length) return null;
  return (
    <Section title={title}>
      <Stack>
        {rows.map((row) => (
          <Visit key={row.id} row={row} main={row === first} />
        ))}
      </Stack>
    </Section>
  );
}

function Visit({ row, main }: { row: TaskRow; main: boolean }) {
  const { id, status, elderName } = row;
  const words = status === 'inService' ? actWords.report.finish : actWords.report.start;
  const Act = main ? MainAct : PlainButton;
  return (
    <TaskCard task={row} mine>
      <Stack>
        <Act id={`report-${id}`} label={`${words}：${elderName}`} onTap={() => go('volunteerReport', { id })}>
          {words}
        </Act>
        <PlainButton id={`task-${id}`} label={say.detailOf(elderName)} onTap={() => go('task', { id })}>
          {say.detail}
        </PlainButton>
      </Stack>
    </TaskCard>
  );
}

/** What is over. */
export function PastVisits() {
  return (
    <PagedList list={usePastVisits()} empty={say.nonePast}>
      {(items) => (
        <Rows>
          {items.map((row) => (
            <TaskRowCard key={row.id} task={row} mine />
          ))}
        </Rows>
      )}
    </PagedList>
  );
}
