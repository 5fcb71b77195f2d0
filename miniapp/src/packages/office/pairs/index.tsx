import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { sayMinutes } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { CommunitySelect } from '../../../office/community-select.tsx';
import { usePairs } from '../../../office/use-office.ts';
import { officeWords as w } from '../../../office/words.ts';
import { now } from '../../../platform/clock.ts';
import { go } from '../../../platform/nav.ts';
import { agoWords, type Column, DataTable, Page, PagedList, Tap, Words } from '../../../ui/index.ts';

type Pair = Output<WubianApi['office']['pairs']>['items'][number];

const columns: Column<Pair>[] = [
  {
    title: w.volunteer,
    id: 'volunteer',
    cell: ({ volunteerId, volunteerName }) => (
      <Tap className="w-link" onTap={() => go('workerVolunteer', { id: volunteerId })}>
        {volunteerName}
      </Tap>
    ),
    sortBy: ({ volunteerName }) => volunteerName,
  },
  {
    title: w.elder,
    id: 'elder',
    cell: ({ elderId, elderName }) => (
      <Tap className="w-link" onTap={() => go('workerElder', { id: elderId })}>
        {elderName}
      </Tap>
    ),
    sortBy: ({ elderName }) => elderName,
  },
  { title: w.community, cell: ({ communityName }) => communityName },
  { title: w.times, id: 'times', number: true, cell: ({ times }) => w.timesOf(times), sortBy: ({ times }) => times },
  {
    title: w.served,
    id: 'minutes',
    number: true,
    cell: ({ minutes }) => sayMinutes(minutes),
    sortBy: ({ minutes }) => minutes,
  },
  {
    title: w.last,
    id: 'last',
    number: true,
    long: true,
    cell: ({ lastAt }) => agoWords(lastAt, now()),
    sortBy: ({ lastAt }) => lastAt,
  },
];

/** Who served whom in the last thirty days. */
export default function OfficePairs() {
  const [communityId, setCommunity] = useState('');
  return (
    <Page title={w.pairs} dense wide>
      <Words tone="soft">{w.pairsLead}</Words>
      <CommunitySelect value={communityId} onChange={setCommunity} />
      <PagedList list={usePairs(communityId)} empty={w.noPairs}>
        {(rows) => (
          <DataTable
            label={w.pairs}
            columns={columns}
            rows={rows}
            keyOf={({ volunteerId, elderId }) => `${volunteerId}/${elderId}`}
          />
        )}
      </PagedList>
    </Page>
  );
}
