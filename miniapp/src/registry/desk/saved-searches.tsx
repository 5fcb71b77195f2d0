import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { queryClient } from '../../query.ts';
import { confirm, MainAct, openSheet, PlainButton, Row, Stack, say, TextInput } from '../../ui/index.ts';
import type { Desk } from './use-desk.ts';
import { deskWords as w } from './words.ts';

const key = ['registry', 'searches'];

function NameForm({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const [name, setName] = useState('');
  const [id] = useState(newId);
  async function save() {
    await api.registry.saveSearch({ id, name, filter: desk.filter, sort: desk.sort });
    await queryClient.invalidateQueries({ queryKey: key });
    say(w.savedNow);
    onDone();
  }
  return (
    <Stack>
      <TextInput id="search-name" label={w.saveName} maxLength={20} value={name} onChange={setName} />
      <MainAct id="search-save" disabled={!name.trim()} onTap={save}>
        {w.saveGo}
      </MainAct>
    </Stack>
  );
}

/** The conditions that this worker keeps; the one that is in use can be thrown away. */
export function SavedSearches({ desk }: { desk: Desk }) {
  const { data } = useQuery({ queryKey: key, queryFn: () => api.registry.listSearches() });
  const same = (filter: unknown) => JSON.stringify(filter) === JSON.stringify(desk.filter);
  const current = data?.items.find(({ filter, sort }) => same(filter) && sort === desk.sort);
  const isNarrow = Object.keys(desk.filter).length > 0;

  async function drop() {
    if (!current || !(await confirm({ title: w.dropSure(current.name), danger: true }))) return;
    await api.registry.dropSearch({ searchId: current.id });
    await queryClient.invalidateQueries({ queryKey: key });
  }
  if (!data?.items.length && !isNarrow) return null;
  return (
    <Row>
      {data?.items.map(({ id, name, filter, sort }) => (
        <PlainButton key={id} id={`search-${id}`} onTap={() => desk.take(filter, sort)}>
          {name}
        </PlainButton>
      ))}
      {isNarrow ? (
        <PlainButton id="clear-filters" onTap={() => desk.take({}, 'name')}>
          {w.clear}
        </PlainButton>
      ) : null}
      {isNarrow && !current ? (
        <PlainButton
          id="save-search"
          onTap={() => {
            void openSheet(w.save, (close) => <NameForm desk={desk} onDone={close} />);
          }}
        >
          {w.save}
        </PlainButton>
      ) : null}
      {current ? (
        <PlainButton id="drop-search" onTap={drop}>
          {w.drop(current.name)}
        </PlainButton>
      ) : null}
    </Row>
  );
}
