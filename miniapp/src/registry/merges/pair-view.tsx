import { View } from '@tarojs/components';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { back, replace } from '../../platform/nav.ts';
import { newId } from '../../platform/new-id.ts';
import { queryClient } from '../../query.ts';
import {
  askWords,
  Card,
  ChoiceGrid,
  Facts,
  MainAct,
  MiniTag,
  openSheet,
  PlainButton,
  Section,
  Stack,
  say,
  TextInput,
  Words,
} from '../../ui/index.ts';
import { type Chosen, chooseOf, isOpen, type Side } from './choose.ts';
import { PairSides } from './pair-sides.tsx';
import { PairTable } from './pair-table.tsx';
import type { Pair } from './use-twins.ts';
import { mergeWords as w } from './words.ts';

type Preview = Output<WubianApi['registry']['mergeElders']>;

const dismiss = ({ left, right }: Pair) =>
  askWords(w.notSameTitle, {
    label: w.why.replace('是同一人', '不是同一人'),
    hint: w.notSameHint,
    need: w.notSameNeed,
    quick: w.notSameQuick,
    yes: w.notSame,
    maxLength: 100,
    draft: `dismiss/${left.id}/${right.id}`,
    field: 'why',
    async onSend(why) {
      await api.registry.dismissTwins({ leftId: left.id, rightId: right.id, why });
      await queryClient.invalidateQueries({ queryKey: ['registry', 'twins'] });
      say(w.dismissed);
      await back();
    },
  });

/** The file as it would stand, and what follows it. */
function PreviewSheet({ preview, onYes }: { preview: Preview; onYes: () => Promise<void> }) {
  const moves = preview.moves.map(({ label, count }) => `${label} ${count}`).join('，');
  return (
    <Stack>
      <View className="w-bulk-list">
        <Facts
          items={preview.result.map(({ label, said, from }): [string, string] => [
            label,
            [said || w.empty, w.from[from] && `（${w.from[from]}）`].filter(Boolean).join(''),
          ])}
        />
      </View>
      <Words>{moves ? `${w.moves}：${moves}` : w.noMoves}</Words>
      <MainAct id="merge-go" onTap={onYes}>
        {w.merge}
      </MainAct>
    </Stack>
  );
}

/** Chooses what to keep of two files, shows the result, and makes them one. */
export function PairView({ pair, onStale }: { pair: Pair; onStale: () => void }) {
  const [id] = useState(newId);
  const [keep, setKeep] = useState<Side>(pair.keep);
  const [chosen, setChosen] = useState<Chosen>({});
  const [all, setAll] = useState(false);
  const [why, setWhy] = useState('');
  const [wrong, setWrong] = useState<string>();
  const open = pair.fields.filter((field) => isOpen(field) || !(field.choosable || field.left === field.right));
  const others = pair.fields.length - open.length;
  const [winner, loser] = keep === 'left' ? [pair.left, pair.right] : [pair.right, pair.left];
  const send = (dry: boolean) =>
    api.registry.mergeElders({
      ...{ id, winnerId: winner.id, loserId: loser.id, winnerVersion: winner.version, loserVersion: loser.version },
      ...{ choose: chooseOf(pair.fields, chosen, keep), why: why.trim(), dry },
    });

  async function tried<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      setWrong(undefined);
      return await act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'elder_changed') {
        say(w.changed);
        onStale();
      } else {
        const [first] = error.fields ?? [];
        const field = pair.fields.find((one) => first?.field.startsWith(`choose.${one.field}`));
        setWrong(first ? [field?.label, first.words].filter(Boolean).join('：') : error.message);
      }
      return undefined;
    }
  }
  async function preview() {
    if (!why.trim()) return setWrong(w.needWhy);
    const shown = await tried(() => send(true));
    if (!shown) return;
    const yes = await openSheet<true>(w.previewTitle, (close) => (
      <PreviewSheet preview={shown} onYes={async () => close(true)} />
    ));
    if (!yes || !(await tried(() => send(false)))) return;
    await queryClient.invalidateQueries({ queryKey: ['registry'] });
    say(w.merged);
    await replace('workerElder', { id: winner.id });
  }
  return (
    <>
      <View>
        {pair.reasons.map(({ reason, label }) => (
          <MiniTag key={reason}>{label}</MiniTag>
        ))}
      </View>
      {pair.dismissed ? (
        <Card tone="tint">
          <Words>{w.isDismissed}</Words>
        </Card>
      ) : null}
      <PairSides pair={pair} />
      <Section title={w.differing(open.length)}>
        <PairTable
          fields={all ? pair.fields : open}
          chosen={chosen}
          onKeep={({ field }, kept) => setChosen({ ...chosen, [field]: kept })}
        />
        <Words tone="soft">{w.sameToo(others)}</Words>
        <PlainButton id="show-same" onTap={() => setAll(!all)}>
          {all ? w.hideSame : w.showSame}
        </PlainButton>
      </Section>
      <ChoiceGrid
        name="keep"
        label={w.keep}
        hint={w.keepHint}
        options={(['left', 'right'] as const).map((side) => ({
          value: side,
          label: w[side],
          note: [pair[side].name, pair[side].statusLabel].join(' · '),
        }))}
        value={keep}
        onChange={setKeep}
      />
      <TextInput
        id="merge-why"
        label={w.why}
        hint={w.whyHint}
        maxLength={100}
        value={why}
        error={wrong}
        onChange={setWhy}
      />
      <MainAct id="merge-preview" onTap={preview}>
        {w.preview}
      </MainAct>
      {pair.dismissed ? null : (
        <PlainButton id="not-same" onTap={() => dismiss(pair)}>
          {w.notSame}
        </PlainButton>
      )}
    </>
  );
}
