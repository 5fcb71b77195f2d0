import { useState } from 'react';
import { useMe, useStreets } from '../../accounts/index.ts';
import { useParams } from '../../platform/nav.ts';
import { useMyElders } from '../../registry/index.ts';
import { RateToday } from '../../response/roster/rate-today.tsx';
import { TodayView } from '../../response/roster/today-view.tsx';
import { dutyWords as w } from '../../response/roster/words.ts';
import { Page, Select } from '../../ui/index.ts';

/** Who is on duty today: for anybody, of her own community first. */
export default function Duty() {
  const asked = useParams('duty').communityId;
  const active = useMe().data?.active;
  const elders = useMyElders(active?.role).data?.items ?? [];
  const streets = useStreets().data?.items ?? [];
  const all = streets.flatMap((one) => one.communities);
  const [chosen, setChosen] = useState<string>();
  const mine = streets.find(({ id }) => id === active?.streetId)?.communities;
  const own = mine?.find(({ name }) => name === elders[0]?.communityName)?.id ?? active?.communities[0]?.id;
  const communityId = chosen ?? asked ?? own;
  const isResident = active?.role === 'resident';
  return (
    <Page title={w.today} sos={isResident}>
      {isResident || !all.length ? null : (
        <Select
          id="community"
          label={w.chooseCommunity}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
          value={communityId}
          onChange={setChosen}
        />
      )}
      {communityId ? <TodayView key={communityId} communityId={communityId} /> : null}
      {isResident && communityId ? <RateToday /> : null}
    </Page>
  );
}
