import { View } from '@tarojs/components';
import { type SheetColumnKey, sheetColumns } from '@wubian/shared/exchange/columns.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useAreas } from '../../registry/use-areas.ts';
import { CheckGrid, Chips, Empty, MainAct, Section, Select, Words } from '../../ui/index.ts';
import { type Batch, keepBatch } from '../use-batches.ts';
import { letterOf, importWords as w } from '../words.ts';
import { type Chosen, firstChoice, isDoubtful, takenTwice } from './mapping-draft.ts';

type Target = SheetColumnKey | '';
const targets: readonly { value: Target; label: string }[] = [
  { value: '', label: w.noImport },
  ...sheetColumns.map(({ key, label }) => ({ value: key, label })),
];

interface ColumnsProps {
  header: Batch['header'];
  chosen: Chosen;
  /** Indexes of the columns to show. */
  shown: readonly number[];
  onChange: (index: number, key: SheetColumnKey | null) => void;
}

function ColumnChoices({ header, chosen, shown, onChange }: ColumnsProps) {
  const twice = takenTwice(chosen);
  return (
    <View className="w-mapping">
      {shown.map((at) => {
        const { title, key } = header.columns[at]!;
        const isAsGuessed = isDoubtful(header, at) && chosen[at] === key;
        return (
          <View key={at} className={`w-mapping-one ${isAsGuessed ? 'w-mapping-one--doubt' : ''}`}>
            <Select
              id={`column-${at}`}
              label={w.column(letterOf(at), title)}
              hint={isAsGuessed ? (key ? w.unsure : w.unknown) : undefined}
              error={twice.has(at) ? w.twice : undefined}
              options={targets}
              value={chosen[at] ?? ''}
              onChange={(value) => onChange(at, value || null)}
            />
          </View>
        );
      })}
    </View>
  );
}

/** Says for each column of the sheet what it is, then has the rows checked. */
export function MappingForm({ batch, onDone }: { batch: Batch; onDone?: (() => void) | undefined }) {
  const { header, id: batchId } = batch;
  const [chosen, setChosen] = useState<Chosen>(() => firstChoice(header));
  const [communityId, setCommunityId] = useState(batch.communityId ?? '');
  const [isKept, setKept] = useState<'yes'[]>(['yes']);
  const areas = useAreas().data?.communities ?? [];
  const all = header.columns.map((_, at) => at);
  const doubtful = all.filter((at) => isDoubtful(header, at));
  const [pile, setPile] = useState<'all' | 'doubtful'>(doubtful.length ? 'doubtful' : 'all');
  const isWrong = takenTwice(chosen).size > 0;
  const shown = pile === 'all' || isWrong ? all : doubtful;

  async function check() {
    const remember = isKept.length > 0;
    keepBatch(
      await api.exchange.setMapping({ batchId, columns: [...chosen], communityId: communityId || null, remember }),
    );
    keepBatch(await api.exchange.checkBatch({ batchId }));
    onDone?.();
  }
  return (
    <Section title={w.mapping}>
      <Words tone="soft">{`${header.remembered ? w.remembered : w.mappingLead}${w.headerAt(header.row)}`}</Words>
      <Chips
        name="columns"
        label={w.show}
        options={[
          { value: 'doubtful', label: w.doubtful, count: doubtful.length },
          { value: 'all', label: w.allColumns, count: all.length },
        ]}
        value={pile}
        onChange={setPile}
      />
      {shown.length ? (
        <ColumnChoices
          {...{ header, chosen, shown }}
          onChange={(index, key) => setChosen(chosen.map((one, at) => (at === index ? key : one)))}
        />
      ) : (
        <Empty words={w.nothingDoubtful} />
      )}
      {chosen.includes('community') || areas.length === 0 ? null : (
        <Select
          id="usual-community"
          label={w.community}
          options={[{ value: '', label: w.noCommunity }, ...areas.map(({ id, name }) => ({ value: id, label: name }))]}
          value={communityId}
          onChange={setCommunityId}
        />
      )}
      <CheckGrid
        name="remember"
        label={w.remember}
        options={[{ value: 'yes', label: w.rememberYes }]}
        columns={1}
        value={isKept}
        onChange={setKept}
      />
      <MainAct id="check" disabled={isWrong} onTap={check}>
        {w.check}
      </MainAct>
      <Words tone="soft">{w.checkHint}</Words>
    </Section>
  );
}
