import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { aria } from './base/aria.ts';
import { Tap } from './base/tap.tsx';

export interface Column<T> {
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers stand at the right. */
  number?: boolean | undefined;
  /** A number said in words: on a phone it needs the whole line. */
  long?: boolean | undefined;
  /** With it the heading sorts by this; the first tap brings the biggest up. Rows without a value stand last. */
  sortBy?: ((row: T) => number | string | null) | undefined;
  /** Its part of the width beside the others; 1 without it. */
  share?: number | undefined;
  id?: string | undefined;
}

interface Order {
  title: string;
  down: boolean;
}

function sorted<T>(rows: readonly T[], columns: readonly Column<T>[], order: Order | undefined): readonly T[] {
  const by = columns.find(({ title }) => title === order?.title)?.sortBy;
  if (!by || !order) return rows;
  const sign = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [by(a), by(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (left === right) return 0;
    return (left < right ? -1 : 1) * sign;
  });
}

/** Rows of figures for staff pages; on narrow screens each row becomes a block of name and value. */
export function DataTable<T>({
  label,
  columns,
  rows,
  keyOf,
}: {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}) {
  const [order, setOrder] = useState<Order>();
  const style = { gridTemplateColumns: columns.map(({ share = 1 }) => `minmax(0, ${share}fr)`).join(' ') };
  const turn = (title: string) => setOrder({ title, down: order?.title === title ? !order.down : true });
  return (
    <View className="w-table" {...aria({ role: 'table', label })}>
      <View className="w-table-head" style={style} {...aria({ role: 'row' })}>
        {columns.map(({ title, number, sortBy, id }) => {
          const mine = order?.title === title;
          const sort = !sortBy ? undefined : !mine ? 'none' : order.down ? 'descending' : 'ascending';
          return (
            <View
              className={`w-cell ${number ? 'w-cell--number' : ''}`}
              key={title}
              {...aria({ role: 'columnheader', sort })}
            >
              {sortBy ? (
                <Tap className="w-sort" id={id && `sort-${id}`} onTap={() => turn(title)}>
                  {`${title}${mine ? (order.down ? ' ↓' : ' ↑') : ''}`}
                </Tap>
              ) : (
                title
              )}
            </View>
          );
        })}
      </View>
      {sorted(rows, columns, order).map((row) => (
        <View className="w-table-row" style={style} key={keyOf(row)} {...aria({ role: 'row' })}>
          {columns.map(({ title, cell, number, long }) => (
            <View
              className={`w-cell ${number ? 'w-cell--number' : ''} ${long ? 'w-cell--long' : ''}`}
              key={title}
              {...aria({ role: 'cell' })}
            >
              {/* Not drawn on wide screens, where the heading says it. */}
              <View className="w-cell-name">{title}</View>
              <View className="w-cell-value">{cell(row)}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
