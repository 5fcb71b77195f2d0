import { dayOf, timeOf } from '@wubian/shared/time.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { PersonStore } from './person.store.ts';

/** What this room holds about an elder: rows of sheets that can still be undone, and which exports held her. */
export const sheetKeeper = (store: PersonStore): PersonKeeper => ({
  async personData(streetId, elderId) {
    const [rows, exports] = await Promise.all([store.rows(streetId, elderId), store.exports(streetId, elderId)]);
    const items = [
      ...(rows ? [{ title: '导入', fields: [{ label: '表格行', said: `${rows} 行（内容与档案相同）` }] }] : []),
      ...exports.map((at) => ({
        title: '导出',
        fields: [{ label: '时间', said: `${dayOf(at)} ${timeOf(at)}` }],
      })),
    ];
    return [{ title: '导入和导出', items }];
  },
  hindrance: async () => '',
  async foresee(streetId, elderId) {
    const rows = await store.rows(streetId, elderId);
    return {
      goes: rows ? ['导入表格里留作撤销用的行'] : [],
      kept: [
        {
          what: '别人刚上传或导出、还没有到期的表格文件（加密保存）',
          why: '整份文件无法只删一人',
          until: '生成后一天，自动删除',
        },
      ],
    };
  },
  erase: (streetId, elderId) => store.removeRows(streetId, elderId),
});
