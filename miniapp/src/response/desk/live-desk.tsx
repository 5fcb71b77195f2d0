import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWide } from '../../platform/use-wide.ts';
import { useAreas } from '../../registry/use-areas.ts';
import { Chips, Empty, PagedList, Select, Shown } from '../../ui/index.ts';
import { AlarmMap } from './alarm-map.tsx';
import { AlarmRows } from './alarm-row.tsx';
import { GuardLine, LiveLine } from './desk-state.tsx';
import { FollowList } from './follow-list.tsx';
import { SoundSwitch, useAlarm } from './sound-switch.tsx';
import { useDesk, usePastDesk } from './use-desk.ts';
import { liveDeskWords as w } from './words.ts';

type Tab = 'open' | 'follow' | 'past';

function PastList({ communityId }: { communityId: string }) {
  return (
    <PagedList list={usePastDesk(communityId)} empty={w.nonePast} id="past">
      {(rows) => <AlarmRows rows={rows} />}
    </PagedList>
  );
}

const looks = (['list', 'map'] as const).map((value) => ({ value, label: w[value] }));

/** What is going on now, for whoever is on duty: it stays open, rings, and says when it cannot be relied upon. */
export function LiveDesk() {
  const [tab, setTab] = useState<Tab>('open');
  const [communityId, setCommunity] = useState('');
  const [look, setLook] = useState<'list' | 'map'>('list');
  const wide = useWide();
  const isMap = wide && look === 'map';
  const communities = useAreas().data?.communities ?? [];
  const query = useDesk(communityId);
  // It rings for everything she answers for, whatever she looks at.
  const all = useDesk('');
  useAlarm(all.data?.items.some(({ status }) => status === 'raised') ?? false);
  const counts = { open: query.data?.items.length, follow: query.data?.toFollow, past: undefined };
  const tabs = (['open', 'follow', 'past'] as const).map((value) => ({
    value,
    label: w[value],
    count: counts[value],
  }));
  return (
    <>
      <View className="w-desk-head">
        <SoundSwitch />
        <View className="w-states">
          <LiveLine />
          {query.data ? <GuardLine watchedAt={query.data.watchedAt} /> : null}
        </View>
        {communities.length > 1 ? (
          <Select
            id="desk-community"
            label={w.community}
            options={[{ value: '', label: w.all }, ...communities.map(({ id, name }) => ({ value: id, label: name }))]}
            value={communityId}
            onChange={setCommunity}
          />
        ) : null}
      </View>
      <View className="w-desk-tabs">
        <Chips name="desk" label={w.tabs} options={tabs} value={tab} onChange={setTab} />
        {wide && tab === 'open' ? (
          <Chips name="look" label={w.look} options={looks} value={look} onChange={setLook} />
        ) : null}
      </View>
      {tab === 'open' ? (
        <Shown query={query}>
          {({ items }) => {
            if (isMap) return <AlarmMap rows={items} communityId={communityId} onList={() => setLook('list')} />;
            return items.length ? <AlarmRows rows={items} /> : <Empty words={w.none} />;
          }}
        </Shown>
      ) : null}
      {tab === 'follow' ? <FollowList /> : null}
      {tab === 'past' ? <PastList communityId={communityId} /> : null}
    </>
  );
}
