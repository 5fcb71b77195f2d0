import { View } from '@tarojs/components';
import { categoryLabels } from '@wubian/shared/registry/categories.ts';
import { dataFaults } from '@wubian/shared/registry/quality.ts';
import { aria, Icon, MiniTag, Tap } from '../../ui/index.ts';
import type { ElderRow } from '../elders/use-elders.ts';
import { deskWords as w } from './words.ts';

export interface ElderTableProps {
  rows: readonly ElderRow[];
  /** The row that the keyboard stands on, or that the side panel shows. */
  at: string | undefined;
  picked: ReadonlySet<string>;
  onOpen: (row: ElderRow) => void;
  onPick: (ids: readonly string[], on: boolean) => void;
}

function Pick({ on, label, id, onTap }: { on: boolean; label: string; id: string; onTap: () => void }) {
  return (
    <Tap id={id} className="w-desk-pick" onTap={onTap} aria={{ role: 'checkbox', checked: on, label }}>
      <View className={`w-mark w-mark--many ${on ? 'w-mark--on' : ''}`}>
        {on ? <Icon name="check" colour="white" size={16} /> : null}
      </View>
    </Tap>
  );
}

/** The registry as a table: one line each, to be walked with the keyboard and picked for bulk acts. */
export function ElderTable({ rows, at, picked, onOpen, onPick }: ElderTableProps) {
  const all = rows.length > 0 && rows.every(({ id }) => picked.has(id));
  const ids = rows.map(({ id }) => id);
  const cell = (role: string) => ({ className: 'w-desk-cell', ...aria({ role }) });
  return (
    <View className="w-desk-table" {...aria({ role: 'table', label: w.title })}>
      <View className="w-desk-row w-desk-row--head" {...aria({ role: 'row' })}>
        <View {...cell('columnheader')}>
          <Pick id="pick-all" on={all} label={w.pickAll} onTap={() => onPick(ids, !all)} />
        </View>
        {[w.name, w.about, w.where, w.categories, w.risk, w.responsible, w.faults].map((title) => (
          <View key={title} {...cell('columnheader')}>
            {title}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View
          key={row.id}
          className={`w-desk-row ${row.id === at ? 'w-desk-row--at' : ''} ${picked.has(row.id) ? 'w-desk-row--picked' : ''}`}
          {...aria({ role: 'row' })}
        >
          <View {...cell('cell')}>
            <Pick
              id={`pick-${row.id}`}
              on={picked.has(row.id)}
              label={w.pick(row.name)}
              onTap={() => onPick([row.id], !picked.has(row.id))}
            />
          </View>
          <View {...cell('cell')}>
            <Tap id={`elder-${row.id}`} className="w-desk-name" onTap={() => onOpen(row)}>
              {row.name}
            </Tap>
            {row.status === 'present' ? null : <MiniTag>{row.statusLabel}</MiniTag>}
          </View>
          <View {...cell('cell')}>{`${w.sex[row.sex]} ${row.age === null ? w.ageUnknown : w.age(row.age)}`}</View>
          <View {...cell('cell')}>
            {row.addressLine}
            <View className="w-desk-note">{[row.communityName, row.gridName].filter(Boolean).join(' ')}</View>
          </View>
          <View {...cell('cell')}>{row.categories.map((one) => categoryLabels[one]).join('、') || w.noOne}</View>
          <View {...cell('cell')}>
            <View className={`w-risk w-risk--${row.risk}`}>{w.risks[row.risk]}</View>
          </View>
          <View {...cell('cell')}>{row.responsibleName || w.noOne}</View>
          <View {...cell('cell')}>
            <View className="w-desk-note">{row.faults.map((fault) => dataFaults[fault]).join('、')}</View>
          </View>
        </View>
      ))}
    </View>
  );
}
