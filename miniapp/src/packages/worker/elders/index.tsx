import { useState } from 'react';
import { go } from '../../../platform/nav.ts';
import { useSettled } from '../../../platform/use-settled.ts';
import { ElderRows } from '../../../registry/elders/elder-rows.tsx';
import { ElderSearchBar } from '../../../registry/elders/elder-search.tsx';
import { anyElder, useElders } from '../../../registry/elders/use-elders.ts';
import { elderWords as w } from '../../../registry/elders/words.ts';
import { Page, PagedList, PlainButton } from '../../../ui/index.ts';

/** The registry of the worker's communities. */
export default function WorkerElders() {
  const [search, setSearch] = useState(anyElder);
  const list = useElders(useSettled(search));
  return (
    <Page title={w.list} dense wide>
      <ElderSearchBar value={search} onChange={setSearch} />
      <PlainButton id="add-elder" icon="plus" onTap={() => go('workerElderEdit')}>
        {w.add}
      </PlainButton>
      <PagedList list={list} empty={w.none}>
        {(rows) => <ElderRows rows={rows} onTap={({ id }) => go('workerElder', { id })} />}
      </PagedList>
    </Page>
  );
}
