import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import {
  Card,
  Chips,
  Columns,
  Facts,
  MiniTag,
  PagedList,
  PlainButton,
  Select,
  Words,
  whenWords,
} from '../../ui/index.ts';
import { elderWords } from '../elders/words.ts';
import { useAreas } from '../use-areas.ts';
import { MergesList } from './merges-list.tsx';
import { type Twins, useTwins } from './use-twins.ts';
import { mergeWords as w } from './words.ts';

type Tab = keyof typeof w.tabs;
const tabs = (Object.keys(w.tabs) as Tab[]).map((value) => ({ value, label: w.tabs[value] }));

type Row = Twins['left'];

const about = ({ age, addressLine, phoneMasked, communityName }: Row): string =>
  w.version(elderWords.age(age), [communityName, addressLine].filter(Boolean).join(' '), phoneMasked ?? '');

function TwinsCard({ left, right, reasons, dismissed }: Twins) {
  return (
    <Card>
      <View className="w-item-head">
        <View className="w-item-title">{w.and(left.name, right.name)}</View>
      </View>
      <View>
        {reasons.map(({ reason, label }) => (
          <MiniTag key={reason}>{label}</MiniTag>
        ))}
      </View>
      <Facts
        items={[
          [left.name, about(left)],
          [right.name === left.name ? w.other : right.name, about(right)],
        ]}
      />
      {dismissed ? (
        <Words tone="soft">{w.said(dismissed.byName, whenWords(dismissed.at, now()), dismissed.why)}</Words>
      ) : null}
      <PlainButton
        id={`pair-${left.id}`}
        label={`${w.compare}：${w.and(left.name, right.name)}`}
        onTap={() => go('officeDuplicate', { leftId: left.id, rightId: right.id })}
      >
        {w.compare}
      </PlainButton>
    </Card>
  );
}

/** What may be duplicates, what was said not to be, and what was merged. */
export function TwinsList() {
  const [tab, setTab] = useState<Tab>('open');
  const [communityId, setCommunity] = useState('');
  const areas = useAreas().data?.communities ?? [];
  const list = useTwins(tab === 'dismissed' ? 'dismissed' : 'open', communityId, tab !== 'merged');
  return (
    <>
      <Words tone="soft">{w.lead}</Words>
      <Chips name="tab" label={w.title} options={tabs} value={tab} onChange={setTab} />
      {tab !== 'merged' && areas.length > 1 ? (
        <Select
          id="twins-community"
          label={w.community}
          options={[{ value: '', label: w.all }, ...areas.map(({ id, name }) => ({ value: id, label: name }))]}
          value={communityId}
          onChange={setCommunity}
        />
      ) : null}
      {tab === 'merged' ? (
        <MergesList />
      ) : (
        <PagedList list={list} empty={tab === 'open' ? w.none : w.noneDismissed}>
          {(items) => (
            <Columns min={400}>
              {items.map((twins) => (
                <TwinsCard key={twins.left.id + twins.right.id} {...twins} />
              ))}
            </Columns>
          )}
        </PagedList>
      )}
    </>
  );
}
