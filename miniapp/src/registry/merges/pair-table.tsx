import { View } from '@tarojs/components';
import { aria, Icon, Tap } from '../../ui/index.ts';
import { type Chosen, isOpen, type Kept, keptOf } from './choose.ts';
import type { PairField } from './use-twins.ts';
import { mergeWords as w } from './words.ts';

interface CellProps {
  field: PairField;
  side: Kept;
  on: boolean;
  onTap: () => void;
}

/** One value to be kept. */
function Cell({ field: { field, label, left, right }, side, on, onTap }: CellProps) {
  const said = side === 'both' ? w.both : (side === 'left' ? left : right) || w.empty;
  return (
    <Tap
      className={`w-twin-cell ${on ? 'w-twin-cell--on' : ''}`}
      id={`keep-${field}-${side}`}
      onTap={onTap}
      aria={{ role: 'radio', checked: on, label: `${label}：${said}` }}
    >
      <View className={`w-mark ${on ? 'w-mark--on' : ''}`}>
        {on ? <Icon name="check" colour="white" size={16} /> : null}
      </View>
      <View className="w-twin-said">{said}</View>
    </Tap>
  );
}

function PairRow({ field, kept, onKeep }: { field: PairField; kept: Kept; onKeep: (kept: Kept) => void }) {
  const open = isOpen(field);
  const sides: Kept[] = field.both && field.state === 'differs' ? ['left', 'right', 'both'] : ['left', 'right'];
  return (
    <View className="w-twin-row" {...(open && aria({ role: 'radiogroup', label: field.label }))}>
      <View className="w-twin-name">
        {field.label}
        {field.choosable || field.state === 'same' || field.state === 'neither' ? null : (
          <View className="w-desk-note">{w.byRule}</View>
        )}
      </View>
      {open
        ? sides.map((side) => (
            <Cell key={side} field={field} side={side} on={kept === side} onTap={() => onKeep(side)} />
          ))
        : (['left', 'right'] as const).map((side) => (
            <View className="w-twin-cell w-twin-cell--still" key={side}>
              <View className="w-twin-said">{field[side] || w.empty}</View>
            </View>
          ))}
    </View>
  );
}

interface PairTableProps {
  fields: readonly PairField[];
  chosen: Chosen;
  onKeep: (field: PairField, kept: Kept) => void;
}

/** Both files field by field; where they differ one value, or both, is chosen. */
export const PairTable = ({ fields, chosen, onKeep }: PairTableProps) => (
  <View className="w-twin">
    <View className="w-twin-row w-twin-row--head">
      <View className="w-twin-name" />
      <View className="w-twin-head">{w.left}</View>
      <View className="w-twin-head">{w.right}</View>
    </View>
    {fields.map((field) => (
      <PairRow key={field.field} field={field} kept={keptOf(field, chosen)} onKeep={(kept) => onKeep(field, kept)} />
    ))}
  </View>
);
