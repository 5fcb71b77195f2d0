import { View } from '@tarojs/components';
import type { HiddenField } from '@wubian/shared/registry/fields.ts';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { agoWords, Card, Columns, Facts, MiniTag, PlainButton, Row, Words } from '../../ui/index.ts';
import { askReveal, type Revealed } from '../dossier/reveal-sheet.tsx';
import { elderWords } from '../elders/words.ts';
import type { Side } from './choose.ts';
import type { Pair } from './use-twins.ts';
import { mergeWords as w } from './words.ts';

function OneSide({ pair, side }: { pair: Pair; side: Side }) {
  const [revealed, setRevealed] = useState<Revealed>();
  const file = pair[side];
  const hidden = pair.fields.flatMap((one) => (one.hidden && one[side] ? [one.field as HiddenField] : []));
  async function reveal() {
    const shown = await askReveal(file.id, hidden);
    if (shown) setRevealed(shown);
  }
  const hangs = pair.points.flatMap((one) => (one[side] ? [`${one.label} ${one[side]}`] : [])).join('，');
  return (
    <Card>
      <View className="w-item-head">
        <View className="w-item-title">{`${w[side]}：${file.name}`}</View>
        <MiniTag>{file.statusLabel}</MiniTag>
      </View>
      <Words tone="soft">
        {w.version(elderWords.age(file.age), file.communityName, w.updated(agoWords(file.updatedAt, now())))}
      </Words>
      {hangs ? <Words tone="soft">{`${w.hangs}：${hangs}`}</Words> : null}
      {revealed ? <Facts items={revealed.map(({ label, said }): [string, string] => [label, said])} /> : null}
      <Row>
        <PlainButton
          id={`file-${side}`}
          label={`${w.toFile}：${w[side]}`}
          onTap={() => go('workerElder', { id: file.id })}
        >
          {w.toFile}
        </PlainButton>
        {hidden.length ? (
          <PlainButton id={`reveal-${side}`} label={`${w.reveal}：${w[side]}`} onTap={reveal}>
            {w.reveal}
          </PlainButton>
        ) : null}
      </Row>
    </Card>
  );
}

/** Who both files are, what hangs on each, and the way to their full numbers. */
export const PairSides = ({ pair }: { pair: Pair }) => (
  <Columns min={340}>
    <OneSide pair={pair} side="left" />
    <OneSide pair={pair} side="right" />
  </Columns>
);
