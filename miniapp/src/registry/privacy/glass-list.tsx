import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import {
  askWords,
  Card,
  ChoiceGrid,
  Columns,
  PagedList,
  PlainButton,
  Row,
  StatusTag,
  say,
  Words,
  whenWords,
} from '../../ui/index.ts';
import { type Glass, privacyChanged, useGlass } from './use-privacy.ts';
import { glassWords as w } from './words.ts';

type State = keyof typeof w.states;
type Verdict = keyof typeof w.verdicts;
const states = (Object.keys(w.states) as State[]).map((value) => ({ value, label: w.states[value] }));

const judge = ({ id }: Glass, verdict: Verdict) =>
  askWords(w.reviewTitle(w.verdicts[verdict]), {
    label: w.reviewLabel,
    need: w.reviewNeed,
    yes: w.verdicts[verdict],
    danger: verdict === 'improper',
    draft: `glass/${id}`,
    field: 'words',
    async onSend(words) {
      await api.registry.reviewGlass({ glassId: id, verdict, words });
      await privacyChanged();
      say(w.reviewDone);
    },
  });

function GlassCard({ glass }: { glass: Glass }) {
  const { at, byName, roleLabel, elderNames, asked, why, overdue, review, can } = glass;
  return (
    <Card>
      <View className="w-item-head">
        <View className="w-item-title">{`${roleLabel} ${byName}`}</View>
        {overdue ? <StatusTag tone="warn">{w.overdue}</StatusTag> : null}
      </View>
      <Words>{w.looked(elderNames.join('、'))}</Words>
      <Words>{w.why_(why)}</Words>
      <Words tone="soft">{`${whenWords(at, now())} · ${w.asked(asked)}`}</Words>
      {review ? <Words>{w.reviewedBy(w.verdicts[review.verdict], review.words, review.byName)}</Words> : null}
      {can.review ? (
        <Row>
          <PlainButton id={`proper-${glass.id}`} onTap={() => judge(glass, 'proper')}>
            {w.verdicts.proper}
          </PlainButton>
          <PlainButton id={`improper-${glass.id}`} onTap={() => judge(glass, 'improper')}>
            {w.verdicts.improper}
          </PlainButton>
        </Row>
      ) : review ? null : (
        <Words tone="soft">{w.own}</Words>
      )}
    </Card>
  );
}

/** Uses of break-glass: those that wait for a review, and those that have had one. */
export function GlassList() {
  const [state, setState] = useState<State>('open');
  return (
    <>
      <ChoiceGrid name="state" label={w.which} options={states} value={state} onChange={setState} />
      <PagedList list={useGlass(state)} empty={state === 'open' ? w.noOpen : w.noReviewed}>
        {(items) => (
          <Columns min={400}>
            {items.map((one) => (
              <GlassCard key={one.id} glass={one} />
            ))}
          </Columns>
        )}
      </PagedList>
    </>
  );
}
