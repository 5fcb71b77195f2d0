import { useQuery } from '@tanstack/react-query';
import { addDays, dayOf, sayDay } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import {
  CheckGrid,
  type Column,
  DataTable,
  errorOf,
  ListRow,
  PlainButton,
  Rows,
  Section,
  Select,
  Shown,
  Stack,
  StatusTag,
  say,
  TextInput,
} from '../../ui/index.ts';
import { act } from './use-duty.ts';
import { rosterWords as w } from './words.ts';

type Person = Awaited<ReturnType<typeof api.response.dutyTrainings>>['people'][number];

const columns: Column<Person>[] = [
  { title: w.name, cell: ({ name }) => name },
  { title: w.last, cell: ({ last }) => (last ? sayDay(last) : w.never) },
  {
    title: w.due,
    long: true,
    cell: ({ due, late }) => (late ? <StatusTag tone="warn">{w.late}</StatusTag> : due ? sayDay(due) : w.never),
  },
];

function AddTraining({ people, onDone }: { people: readonly Person[]; onDone: () => void }) {
  const [today] = useState(() => dayOf(now()));
  const [day, setDay] = useState(today);
  const [title, setTitle] = useState('');
  const [attended, setAttended] = useState<string[]>([]);
  const [error, setError] = useState<unknown>();
  const days = Array.from({ length: 31 }, (_, n) => addDays(today, -n));

  async function save() {
    try {
      await act(api.response.addDutyTraining({ id: newId(), day, title, accountIds: attended }));
    } catch (thrown) {
      setError(thrown);
      throw thrown;
    }
    say(w.trained);
    onDone();
  }
  return (
    <Stack>
      <Select
        id="training-day"
        label={w.trainingDay}
        options={days.map((value) => ({ value, label: sayDay(value) }))}
        value={day}
        onChange={setDay}
      />
      <TextInput
        id="training-title"
        label={w.trainingTitle}
        maxLength={60}
        value={title}
        onChange={setTitle}
        error={errorOf(error, 'title')}
      />
      <CheckGrid
        name="attended"
        label={w.attended}
        columns={3}
        options={people.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        value={attended}
        onChange={setAttended}
        error={errorOf(error, 'accountIds')}
      />
      <PlainButton id="save-training" onTap={save}>
        {w.saveTraining}
      </PlainButton>
    </Stack>
  );
}

/** Who is due for training, and what was held. */
export function TrainingsPart() {
  const [adding, setAdding] = useState(false);
  const query = useQuery({ queryKey: ['duty', 'trainings'], queryFn: () => api.response.dutyTrainings({}) });
  return (
    <Shown query={query}>
      {({ items, people }) => (
        <>
          {adding ? (
            <AddTraining people={people} onDone={() => setAdding(false)} />
          ) : (
            <PlainButton id="add-training" icon="plus" onTap={() => setAdding(true)}>
              {w.addTraining}
            </PlainButton>
          )}
          <DataTable label={w.parts.trainings} columns={columns} rows={people} keyOf={({ accountId }) => accountId} />
          {items.length ? (
            <Section title={w.parts.trainings}>
              <Rows many>
                {items.map(({ id, day, title, names }) => (
                  <ListRow key={id} title={`${sayDay(day)} ${title}`} notes={[names.join('、')]} />
                ))}
              </Rows>
            </Section>
          ) : null}
        </>
      )}
    </Shown>
  );
}
