import { useState } from 'react';
import { CommunitySelect } from '../../../office/community-select.tsx';
import { TaskTable } from '../../../office/task-table.tsx';
import { type OfficePile, useOfficeTasks } from '../../../office/use-office.ts';
import { officeWords as w } from '../../../office/words.ts';
import { useParams } from '../../../platform/nav.ts';
import { Chips, Page, PagedList } from '../../../ui/index.ts';

const piles = (Object.keys(w.piles) as OfficePile[]).map((value) => ({ value, label: w.piles[value] }));

/** Every request of the street, by state and community. */
export default function OfficeTasks() {
  const { communityId: asked = '' } = useParams('officeTasks');
  const [communityId, setCommunity] = useState(asked);
  const [pile, setPile] = useState<OfficePile>('waiting');
  const list = useOfficeTasks(communityId, pile);
  return (
    <Page title={w.tasks} dense wide>
      <CommunitySelect value={communityId} onChange={setCommunity} />
      <Chips name="pile" label={w.pile} options={piles} value={pile} onChange={setPile} />
      <PagedList list={list} empty={w.noTasks}>
        {(rows) => <TaskTable rows={rows} />}
      </PagedList>
    </Page>
  );
}
