import { View } from '@tarojs/components';
import { type ExportColumnKey, exportColumns, usualExport } from '@wubian/shared/exchange/columns.ts';
import { aria, PlainButton, Row, Stack, Tap, Words } from '../../ui/index.ts';
import { exportWords as w } from '../words.ts';
import { columnGroups } from './column-groups.ts';

interface ColumnChoiceProps {
  chosen: ReadonlySet<ExportColumnKey>;
  /** Whether hidden values will be shown in full. */
  full: boolean;
  onChange: (chosen: ReadonlySet<ExportColumnKey>) => void;
}

/** Which columns the sheet will have; those with hidden values carry a star. */
export function ColumnChoice({ chosen, full, onChange }: ColumnChoiceProps) {
  function flip(key: ExportColumnKey) {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChange(next);
  }
  const presets: readonly [id: string, words: string, keys: readonly ExportColumnKey[]][] = [
    ['usual', w.usual, usualExport],
    ['all', w.everything, exportColumns.map(({ key }) => key)],
    ['none', w.nothing, []],
  ];
  return (
    <Stack>
      <Row>
        {presets.map(([id, words, keys]) => (
          <PlainButton key={id} id={`columns-${id}`} onTap={() => onChange(new Set(keys))}>
            {words}
          </PlainButton>
        ))}
        <Words tone="soft">{w.chosen(chosen.size)}</Words>
      </Row>
      <Words tone="soft">{full ? w.starredFull : w.starred}</Words>
      <View className="w-column-groups">
        {columnGroups.map(({ title, columns }) => (
          <View key={title} className="w-column-group" {...aria({ role: 'group', label: title })}>
            <Words tone="soft">{title}</Words>
            <View className="w-chips">
              {columns.map(({ key, label, hidden }) => (
                <Tap
                  key={key}
                  id={`export-${key}`}
                  className={`w-chip ${chosen.has(key) ? 'w-chip--on' : ''}`}
                  onTap={() => flip(key)}
                  aria={{ role: 'checkbox', checked: chosen.has(key) }}
                >
                  {hidden ? w.hidden(label) : label}
                </Tap>
              ))}
            </View>
          </View>
        ))}
      </View>
    </Stack>
  );
}
