import { View } from '@tarojs/components';
import { now } from '../../platform/clock.ts';
import { useInFront } from '../../platform/lifecycle.ts';
import { type Column, DataTable, Empty, MiniTag, Section, Shown, StatusTag, Tap, whenWords } from '../../ui/index.ts';
import { type Export, useExports, useFetchFile } from '../use-exports.ts';
import { titleOf, exportWords as w } from '../words.ts';

const tones = { running: 'go', done: 'done', failed: 'warn', expired: 'stop' } as const satisfies Record<
  Export['state'],
  string
>;

function Fetch({ fileId, name }: { fileId: string; name: string }) {
  const { percent, fetch } = useFetchFile();
  const words = percent === undefined ? w.download : w.downloading(percent);
  return (
    <Tap id={`fetch-${fileId}`} className="w-link" onTap={() => fetch(fileId)} aria={{ label: `${words}：${name}` }}>
      {words}
    </Tap>
  );
}

const columns: Column<Export>[] = [
  {
    title: w.file,
    share: 2,
    cell: ({ fileName, kind, reveal }) => (
      <View>
        {titleOf(fileName)}
        <View>
          {kind === 'errors' ? <MiniTag>{w.errors}</MiniTag> : null}
          {reveal && kind === 'elders' ? <MiniTag>{w.withFull}</MiniTag> : null}
        </View>
      </View>
    ),
  },
  { title: w.when, share: 1.3, cell: ({ at }) => whenWords(at, now()) },
  {
    title: w.state,
    share: 1.6,
    cell: ({ state, stateLabel, words }) => (
      <View>
        <StatusTag tone={tones[state]}>{stateLabel}</StatusTag>
        {words ? <View className="w-item-note">{words}</View> : null}
      </View>
    ),
  },
  { title: w.rows, number: true, share: 0.7, cell: ({ rows }) => String(rows) },
  {
    title: w.until,
    share: 1.3,
    cell: ({ fileId, expiresAt }) => (fileId ? whenWords(expiresAt, now()) : w.gone),
  },
  {
    title: w.act,
    share: 0.9,
    cell: ({ fileId, fileName }) => (fileId ? <Fetch fileId={fileId} name={titleOf(fileName)} /> : w.gone),
  },
];

/** The caller's own files of the last days, and how long each can still be fetched. */
export function ExportList() {
  const query = useExports(useInFront());
  return (
    <Section title={w.recent}>
      <Shown query={query}>
        {(items) =>
          items.length ? (
            <DataTable label={w.recent} columns={columns} rows={items} keyOf={({ id }) => id} />
          ) : (
            <Empty words={w.none} />
          )
        }
      </Shown>
    </Section>
  );
}
