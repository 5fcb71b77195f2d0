import { View } from '@tarojs/components';
import { type Scores, standards } from '@wubian/shared/bedside/ability.ts';
import { abilityBlocks, blockCodes, itemOf, itemsOf, maxOf } from '@wubian/shared/bedside/ability-items.ts';
import { assessReasons } from '@wubian/shared/bedside/reasons.ts';
import { useState } from 'react';
import { now } from '../platform/clock.ts';
import { agoWords, Card, Facts, MiniTag, PlainButton, Row, Stack, StatusTag, Words } from '../ui/index.ts';
import type { AbilityResult } from './use-assessments.ts';
import { askVoid } from './void-sheet.tsx';
import { voidWords, bedsideWords as w } from './words.ts';

function ScoreList({ scores }: { scores: Scores }) {
  return (
    <>
      {blockCodes.map((block) => (
        <View key={block}>
          <Words tone="strong">{abilityBlocks[block]}</Words>
          <Facts
            items={itemsOf(block).map((code) => [
              itemOf(code).name,
              w.score(scores[code], maxOf(code), itemOf(code).scores[scores[code]] ?? ''),
            ])}
          />
        </View>
      ))}
    </>
  );
}

/** One result: its standard, its level and why, who made it; void ones and old ones say so. */
export function ResultCard({ result }: { result: AbilityResult }) {
  const [shown, setShown] = useState(false);
  const { id, standard, form, day, levelWords, total, words, scores, voided, effective } = result;
  const ago = (iso: string) => agoWords(iso, now());
  return (
    <Card>
      <Stack tight>
        <View className="w-item-head">
          <View className="w-item-title">{levelWords}</View>
          {effective ? <StatusTag tone="done">{w.effective}</StatusTag> : null}
          {voided ? <StatusTag tone="stop">{w.void}</StatusTag> : null}
        </View>
        <Row>
          <MiniTag>{day}</MiniTag>
          <MiniTag>{standard}</MiniTag>
          {standard === standards.old ? <MiniTag>{w.oldTag}</MiniTag> : null}
          {standard === standards.now && form === 'conclusion' ? <MiniTag>{w.paperTag}</MiniTag> : null}
          {total === null ? null : <MiniTag>{w.total(total)}</MiniTag>}
        </Row>
        {words.map((line) => (
          <Words key={line}>{line}</Words>
        ))}
        {voided ? <Words tone="strong">{w.voidedBy(voided.byName, ago(voided.at), voided.reason)}</Words> : null}
        <Facts
          items={[
            [w.reason, result.reason && assessReasons[result.reason]],
            [w.assessors, result.assessors.join('、')],
            [w.organisation, result.organisation],
            [w.informant, result.informant],
            [w.note, result.note],
            [w.recorded, w.recordedBy(result.recordedByName, ago(result.recordedAt))],
          ]}
        />
        {shown && scores ? <ScoreList scores={scores} /> : null}
        <Row>
          {scores ? (
            <PlainButton id={`scores-${id}`} onTap={() => setShown(!shown)}>
              {shown ? w.hideScores : w.showScores}
            </PlainButton>
          ) : null}
          {result.can.void ? (
            <PlainButton id={`void-${id}`} onTap={() => askVoid(id)}>
              {voidWords.act}
            </PlainButton>
          ) : null}
        </Row>
      </Stack>
    </Card>
  );
}
