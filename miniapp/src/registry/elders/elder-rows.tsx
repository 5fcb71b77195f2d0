import { View } from '@tarojs/components';
import { categoryLabels } from '@wubian/shared/registry/categories.ts';
import { ListRow, MiniTag, Rows } from '../../ui/index.ts';
import type { ElderRow } from './use-elders.ts';
import { elderWords as w } from './words.ts';

/** Rows of the registry; a tap gives the row. */
export function ElderRows({ rows, onTap }: { rows: ElderRow[]; onTap: (row: ElderRow) => unknown }) {
  return (
    <Rows many>
      {rows.map((row) => (
        <ListRow
          key={row.id}
          id={`elder-${row.id}`}
          title={row.name}
          tag={
            <View>
              {row.categories.map((one) => (
                <MiniTag key={one}>{categoryLabels[one]}</MiniTag>
              ))}
            </View>
          }
          notes={[
            `${w.sex[row.sex]} · ${w.age(row.age)} · ${row.phoneMasked ?? w.noPhone}`,
            `${row.communityName} ${row.addressLine}`,
          ]}
          onTap={() => onTap(row)}
        />
      ))}
    </Rows>
  );
}
