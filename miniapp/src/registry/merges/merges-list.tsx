import { View } from '@tarojs/components';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { queryClient } from '../../query.ts';
import { askWords, Card, Columns, PagedList, PlainButton, StatusTag, say, Words, whenWords } from '../../ui/index.ts';
import { type Merge, useMerges } from './use-twins.ts';
import { mergeWords as w } from './words.ts';

const tones = { merging: 'wait', merged: 'done', undoing: 'wait', undone: 'stop' } as const;

async function undo({ id }: Merge): Promise<void> {
  const { canUndo, unless, later } = await api.registry.readMerge({ mergeId: id });
  if (!canUndo) return say(unless);
  const kept = [...new Set(later.flatMap(({ labels }) => labels))].join('、');
  await askWords(w.undoTitle, {
    label: w.undo,
    hint: w.undoHint(kept),
    need: w.undoNeed,
    quick: w.undoQuick,
    yes: w.undo,
    danger: true,
    maxLength: 100,
    draft: `undo-merge/${id}`,
    field: 'why',
    async onSend(why) {
      await api.registry.undoMerge({ mergeId: id, why });
      await queryClient.invalidateQueries({ queryKey: ['registry'] });
      say(w.undone);
    },
  });
}

function MergeCard({ merge }: { merge: Merge }) {
  const { winnerName, loserName, state, stateLabel, byName, at, why, fields, moved, undone } = merge;
  const took = fields.map(({ label }) => label).join('、');
  const came = moved.map(({ label, count }) => `${label} ${count}`).join('，');
  return (
    <Card>
      <View className="w-item-head">
        <View className="w-item-title">{w.and(winnerName, loserName)}</View>
        <StatusTag tone={tones[state]}>{stateLabel}</StatusTag>
      </View>
      <Words tone="soft">{w.mergedBy(byName, whenWords(at, now()), why)}</Words>
      <Words>{w.winner(winnerName)}</Words>
      {took ? <Words tone="soft">{w.took(took)}</Words> : null}
      {came ? <Words tone="soft">{w.moved(came)}</Words> : null}
      {undone ? <Words>{w.undoneBy(undone.byName, whenWords(undone.at, now()), undone.why)}</Words> : null}
      {state === 'merged' ? (
        <PlainButton id={`undo-${merge.id}`} label={`${w.undo}：${winnerName}`} onTap={() => undo(merge)}>
          {w.undo}
        </PlainButton>
      ) : null}
    </Card>
  );
}

/** What was merged, newest first, each to be taken back. */
export function MergesList() {
  return (
    <PagedList list={useMerges(true)} empty={w.noneMerged}>
      {(items) => (
        <Columns min={400}>
          {items.map((merge) => (
            <MergeCard key={merge.id} merge={merge} />
          ))}
        </Columns>
      )}
    </PagedList>
  );
}
