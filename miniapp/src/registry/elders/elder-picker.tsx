import { useState } from 'react';
import { useSettled } from '../../platform/use-settled.ts';
import { PagedList, Stack } from '../../ui/index.ts';
import { ElderRows } from './elder-rows.tsx';
import { ElderSearchBar } from './elder-search.tsx';
import { anyElder, type ElderRow, useElders } from './use-elders.ts';
import { elderWords as w } from './words.ts';

/** Finds one elder by words; nothing is listed before something was typed. `q` is what to begin with. */
export function ElderPicker({ onPick, q = '' }: { onPick: (row: ElderRow) => unknown; q?: string | undefined }) {
  const [search, setSearch] = useState({ ...anyElder, q });
  const settled = useSettled(search);
  const wanted = settled.q.trim() !== '';
  const list = useElders(settled, wanted);
  return (
    <Stack>
      <ElderSearchBar value={search} onChange={setSearch} brief />
      {wanted ? (
        <PagedList list={list} empty={w.none}>
          {(rows) => <ElderRows rows={rows} onTap={onPick} />}
        </PagedList>
      ) : null}
    </Stack>
  );
}
