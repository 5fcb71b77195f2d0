import { View } from '@tarojs/components';
import { go } from '../../platform/nav.ts';
import { Tap } from '../../ui/index.ts';
import type { ImportRow } from '../use-batches.ts';
import { importWords as w } from '../words.ts';

/** A name; with a file in the registry it opens that file. */
export function NameCell({ elderId, name, id }: { elderId: string | null; name: string; id: string }) {
  const shown = name || w.nameless;
  if (!elderId) return <>{shown}</>;
  return (
    <Tap
      id={`open-${id}`}
      className="w-link"
      onTap={() => go('workerElder', { id: elderId })}
      aria={{ label: w.openElder(shown) }}
    >
      {shown}
    </Tap>
  );
}

/** What a new file will hold, item by item. */
export const HoldsCell = ({ changes }: Pick<ImportRow, 'changes'>) => (
  <View className="w-pairs">
    {changes.map(({ field, label, after }) =>
      // The name and the house stand in cells of their own.
      field === 'name' || field === 'address' ? null : (
        <View key={field} className="w-pair-one">
          <View className="w-said-name">{label}</View>
          <View>{after}</View>
        </View>
      ),
    )}
  </View>
);

/** Cell by cell what was and what will be. */
export const ChangesCell = ({ changes }: Pick<ImportRow, 'changes'>) => (
  <View className="w-cells">
    {changes.map(({ field, label, before, after }) => (
      <View key={field} className="w-cell-change">
        <View className="w-said-name">{label}</View>
        <View className="w-was">{before || w.blank}</View>
        <View className="w-becomes">{w.becomes(after)}</View>
      </View>
    ))}
  </View>
);

/** Every bad cell: which it is, and how to mend it. */
export const MarksCell = ({ marks }: Pick<ImportRow, 'marks'>) => (
  <View className="w-cells">
    {marks.map(({ column, title, words }) => (
      <View key={`${column}${title}${words}`} className="w-cell-mark">
        <View className="w-cell-at">{w.markAt(column, title)}</View>
        <View>{words}</View>
      </View>
    ))}
  </View>
);
