import { entryLabels, rowStates } from '@wubian/shared/response/rollcall/labels.ts';
import { addDays, dayOf, timeOf } from '@wubian/shared/time.ts';
import type { PersonKeeper } from '../../person-keeper.ts';
import type { PersonStore } from './person.store.ts';

/** Words of a person's own copy, and of what an erasure does here. */
const words = {
  part: '点名',
  erased: '已删除',
  running: '正在点名，请等点名结束',
  goes: '点名里的姓名和楼栋',
  kept: (n: number) => `${n} 次点名的结果、时间和处理人（不留老人姓名）`,
  why: '应急处置记录，用于核查责任',
} as const;
/** Kept as long as the audit (standards.md §3.1: at least three years), in days. */
const keptDays = 1_096;

/** A roll-call's id begins with the second in which it was made. */
const dayOfRow = (rowId: string): string => dayOf(new Date(Number.parseInt(rowId.slice(0, 8), 16) * 1_000));

/** What this part holds about an elder. */
export const rowKeeper = (store: PersonStore): PersonKeeper => ({
  async personData(streetId, elderId) {
    const found = await store.of(streetId, elderId);
    const items = found.map(({ _id, state, history }) => ({
      title: dayOfRow(_id),
      fields: [
        { label: '结果', said: rowStates[state] },
        ...history.map(({ kind, by, at }) => ({
          label: `${dayOf(at)} ${timeOf(at)}`,
          said: `${entryLabels[kind]}，${by.name}`,
        })),
      ],
    }));
    return [{ title: words.part, items }];
  },
  async hindrance(streetId, elderId) {
    return (await store.of(streetId, elderId)).some(({ open }) => open) ? words.running : '';
  },
  async foresee(streetId, elderId) {
    const found = await store.of(streetId, elderId);
    if (!found.length) return { goes: [], kept: [] };
    const until = addDays(dayOfRow(found[0]!._id), keptDays);
    return { goes: [words.goes], kept: [{ what: words.kept(found.length), why: words.why, until }] };
  },
  erase: (streetId, elderId) => store.strip(streetId, elderId, words.erased),
});
