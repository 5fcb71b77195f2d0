import { sayLevel } from '@wubian/shared/bedside/ability.ts';
import { eventKinds } from '@wubian/shared/bedside/risk-events.ts';
import type { PersonItem, PersonKeeper } from '../person-keeper.ts';
import type { AssessmentStore } from './assessment.store.ts';
import type { PersonStore } from './person.store.ts';
import type { RiskEventStore } from './risk-event.store.ts';

const known = (fields: PersonItem['fields']) => fields.filter(({ said }) => said !== '');

/** What this room holds about an elder: health, all of which goes when she is erased. */
export function bedsideKeeper(assessments: AssessmentStore, events: RiskEventStore, person: PersonStore): PersonKeeper {
  return {
    async personData(streetId, elderId) {
      const [results, happened] = await Promise.all([
        assessments.ofElder(streetId, elderId),
        events.ofElders(streetId, [elderId]),
      ]);
      return [
        {
          title: '能力评估',
          items: results.map(({ day, standard, level, total, sheet, voided }) => ({
            title: `${day} ${standard}`,
            fields: known([
              { label: '结果', said: sayLevel(standard, level) },
              { label: '总分', said: total === null ? '' : String(total) },
              { label: '各项得分', said: sheet.scores ? Object.values(sheet.scores).join(' ') : '' },
              { label: '说明', said: sheet.words.join('；') },
              { label: '评估机构', said: sheet.organisation },
              { label: '评估员', said: sheet.assessors.join('、') },
              { label: '提供信息的人', said: sheet.informant },
              { label: '备注', said: sheet.note },
              { label: '作废', said: voided?.reason ?? '' },
            ]),
          })),
        },
        {
          title: '风险事件和状态变化',
          items: happened.map(({ day, kind, words }) => ({
            title: `${day} ${eventKinds[kind].label}`,
            fields: known([{ label: '说明', said: words }]),
          })),
        },
      ];
    },
    hindrance: async () => '',
    async foresee(streetId, elderId) {
      return { goes: (await person.count(streetId, elderId)) ? ['能力评估、风险事件和状态变化'] : [], kept: [] };
    },
    erase: (streetId, elderId) => person.remove(streetId, elderId),
  };
}
