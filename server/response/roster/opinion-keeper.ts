import { opinionLabels } from '@wubian/shared/response/roster/labels.ts';
import type { PersonKeeper } from '../../person-keeper.ts';
import type { RecordStore } from './record.store.ts';

const words = { title: '对当班的意见', goes: (n: number) => `${n} 次对当班的意见` } as const;

/** What the roster holds about an elder: her opinions, which all go when she is erased. */
export const opinionKeeper = (records: RecordStore): PersonKeeper => ({
  async personData(streetId, elderId) {
    const found = await records.opinionsOf(streetId, elderId);
    const items = found.map(({ day, grade, words: said }) => ({
      title: day,
      fields: [{ label: '意见', said: opinionLabels[grade] }, ...(said ? [{ label: '说明', said }] : [])],
    }));
    return [{ title: words.title, items }];
  },
  hindrance: async () => '',
  async foresee(streetId, elderId) {
    const { length } = await records.opinionsOf(streetId, elderId);
    return { goes: length ? [words.goes(length)] : [], kept: [] };
  },
  erase: (streetId, elderId) => records.forgetOpinions(streetId, elderId),
});
