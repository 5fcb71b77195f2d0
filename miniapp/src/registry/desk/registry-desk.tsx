import { View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';
import { focusNowhere, focusOn } from '../../platform/focus.ts';
import { go } from '../../platform/nav.ts';
import { useKeys } from '../../platform/use-keys.ts';
import { useWide } from '../../platform/use-wide.ts';
import { PagedList, Words } from '../../ui/index.ts';
import { ElderRows } from '../elders/elder-rows.tsx';
import type { ElderRow } from '../elders/use-elders.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ElderTable } from './elder-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { SavedSearches } from './saved-searches.tsx';
import { SidePanel } from './side-panel.tsx';
import { type Desk, type DeskFilter, useDesk } from './use-desk.ts';
import { deskWords as w } from './words.ts';

interface RegistryDeskProps {
  first: DeskFilter;
  /** Further acts on what the conditions find. */
  side?: ((desk: Desk) => ReactNode) | undefined;
}

/** The registry: on a desk a table with a side panel, worked by keyboard; on a phone the same rows as cards. */
export function RegistryDesk({ first, side }: RegistryDeskProps) {
  const desk = useDesk(first);
  const wide = useWide();
  const [open, setOpen] = useState<string>();
  const [at, setAt] = useState<string>();
  // Two keys may come before the first is drawn.
  const place = useRef<string>(undefined);
  const [picked, setPicked] = useState<ReadonlyMap<string, ElderRow>>(new Map());
  const rows = desk.list.items ?? [];

  function pick(ids: readonly string[], on: boolean) {
    const next = new Map(picked);
    for (const id of ids) {
      const row = rows.find((one) => one.id === id);
      if (on && row) next.set(id, row);
      else next.delete(id);
    }
    setPicked(next);
  }
  function stand(id: string) {
    place.current = id;
    setAt(id);
  }
  function step(by: 1 | -1): boolean {
    const now = rows.findIndex(({ id }) => id === place.current);
    const next = rows[now < 0 ? 0 : now + by];
    if (!next) return false;
    stand(next.id);
    if (open) setOpen(next.id);
    focusOn(`elder-${next.id}`);
    return true;
  }
  const used = (act: () => void) => () => {
    act();
    return true;
  };
  const show = (row: ElderRow) => {
    if (!wide) return void go('workerElder', { id: row.id });
    stand(row.id);
    setOpen(row.id);
  };
  /** A focused name opens by itself; this is for a row whose focus was lost when the table was drawn anew. */
  function openHere(): boolean {
    const row = focusNowhere() ? rows.find(({ id }) => id === place.current) : undefined;
    if (row) show(row);
    return !!row;
  }
  useKeys(
    [
      ['Enter', openHere],
      ['ArrowDown', () => step(1)],
      ['ArrowUp', () => step(-1)],
      [' ', used(() => place.current && pick([place.current], !picked.has(place.current)))],
      ['Escape', used(() => setOpen(undefined))],
      ['/', used(() => focusOn('elder-q'))],
    ],
    wide,
  );
  return (
    <>
      <FilterBar desk={desk} />
      <SavedSearches desk={desk} />
      {side?.(desk)}
      <Words tone="soft">
        {[desk.count && w.count(desk.count.count, desk.count.more), wide && w.keys].filter(Boolean).join('　')}
      </Words>
      {picked.size && wide ? <BulkBar rows={[...picked.values()]} onClear={() => setPicked(new Map())} /> : null}
      <View className={`w-desk ${open && wide ? 'w-desk--open' : ''}`}>
        <PagedList list={desk.list} empty={w.none}>
          {(shown) =>
            wide ? (
              <ElderTable rows={shown} at={at} picked={new Set(picked.keys())} onOpen={show} onPick={pick} />
            ) : (
              <ElderRows rows={shown} onTap={show} />
            )
          }
        </PagedList>
        {open && wide ? <SidePanel elderId={open} onClose={() => setOpen(undefined)} /> : null}
      </View>
    </>
  );
}
