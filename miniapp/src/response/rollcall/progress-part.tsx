import { View } from '@tarojs/components';
import { type RowState, rowStateNames, rowStates } from '@wubian/shared/response/rollcall/labels.ts';
import { type Column, DataTable, Tap } from '../../ui/index.ts';
import type { Progress } from './use-roll-calls.ts';
import { rollCallWords as w } from './words.ts';

type Place = Progress['communities'][number];

const shown: readonly RowState[] = ['safe', 'needsHelp', 'notReached', 'onTheWay', 'waiting', 'away'];

/** The six figures; each opens its pile. */
export function Figures({ counts, onPile }: { counts: Place['counts']; onPile: (state: RowState) => void }) {
  return (
    <View className="w-figures">
      {shown.map((state) => {
        const warn = counts[state] > 0 && (state === 'needsHelp' || state === 'notReached');
        return (
          <Tap
            key={state}
            id={`figure-${state}`}
            className={`w-figure ${warn ? 'w-figure--warn' : ''}`}
            onTap={() => onPile(state)}
          >
            <View className="w-item-note">{rowStates[state]}</View>
            <View className="w-figure-number">{String(counts[state])}</View>
          </Tap>
        );
      })}
    </View>
  );
}

const columns = (title: string, onOpen?: (id: string) => void): Column<Place>[] => [
  {
    title,
    share: 2,
    cell: ({ id, name }) =>
      onOpen ? (
        <Tap className="w-link" id={`place-${id.replace('/', '-')}`} onTap={() => onOpen(id)}>
          {name}
        </Tap>
      ) : (
        name
      ),
    sortBy: ({ name }) => name,
  },
  { title: w.total, number: true, cell: ({ counts }) => String(counts.all), sortBy: ({ counts }) => counts.all },
  ...[...rowStateNames].map(
    (state): Column<Place> => ({
      title: rowStates[state],
      number: true,
      id: state,
      cell: ({ counts }) => String(counts[state]),
      sortBy: ({ counts }) => counts[state],
    }),
  ),
];

/** Counts of places; who has most without an answer stands first. */
export function PlaceTable({
  title,
  places,
  onOpen,
}: {
  title: string;
  places: readonly Place[];
  onOpen?: (id: string) => void;
}) {
  const left = ({ counts }: Place): number => counts.waiting + counts.onTheWay + counts.notReached;
  const rows = [...places].filter(({ counts }) => counts.all > 0).sort((a, b) => left(b) - left(a));
  if (!rows.length) return null;
  return <DataTable label={title} columns={columns(title, onOpen)} rows={rows} keyOf={({ id }) => id} />;
}
