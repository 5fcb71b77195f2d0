import { sayAct } from '@wubian/shared/response/acts.ts';
import { sources } from '@wubian/shared/response/labels.ts';
import { moveRow, statuses } from '@wubian/shared/response/lifecycle.ts';
import { addDays, dayOf, timeOf } from '@wubian/shared/time.ts';
import type { PersonKeeper } from '../../person-keeper.ts';
import type { PersonStore } from './person.store.ts';
import type { StoodStore } from './stood.store.ts';

/** Words of a person's own copy, and of what an erasure does here. */
const words = {
  part: '紧急求助',
  erased: '已删除',
  running: (n: number) => `还有 ${n} 次求助没有办完`,
  goes: '求助里的姓名和经过的文字',
  kept: (n: number) => `${n} 次求助的时间、步骤和处理人（不留老人姓名）`,
  why: '应急处置记录，用于核查责任',
} as const;
/** Kept as long as the audit (standards.md §3.1: at least three years), in days. */
const keptDays = 1_096;

/** What this part holds about an elder; who came and when stays when she is erased, without her name. */
export const incidentKeeper = (store: PersonStore, stood: Pick<StoodStore, 'removeOf'>): PersonKeeper => ({
  async personData(streetId, elderId) {
    const found = await store.of(streetId, elderId);
    const items = found.map((one) => ({
      title: `${dayOf(one.raisedAt)} ${timeOf(one.raisedAt)} ${sources[one.source]}`,
      fields: [
        { label: '状态', said: statuses[one.status] },
        ...one.history.map(({ move, at, by, words: said, said: chosen }) => ({
          label: `${dayOf(at)} ${timeOf(at)}`,
          said: [move === 'raise' ? '求助' : moveRow(move).label, by.name, sayAct({ ...chosen, words: said })]
            .filter(Boolean)
            .join('，'),
        })),
      ],
    }));
    return [{ title: words.part, items }];
  },
  async hindrance(streetId, elderId) {
    const open = (await store.of(streetId, elderId)).filter((one) => one.open).length;
    return open ? words.running(open) : '';
  },
  async foresee(streetId, elderId) {
    const found = await store.of(streetId, elderId);
    if (!found.length) return { goes: [], kept: [] };
    const until = addDays(dayOf(found[0]!.raisedAt), keptDays);
    return { goes: [words.goes], kept: [{ what: words.kept(found.length), why: words.why, until }] };
  },
  async erase(streetId, elderId) {
    await stood.removeOf(streetId, elderId);
    await store.strip(streetId, elderId, words.erased);
  },
});
