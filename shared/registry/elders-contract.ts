import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Cursor, Day, Id, Instant, Limit, SomeWords, Words } from '../wire.ts';
import { categories, categoryViews } from './categories.ts';
import { ElderChanges, ElderFacts, Point } from './facts.ts';
import { fieldNames, hiddenFields } from './fields.ts';
import { lifeMoveNames, lifeStatusNames } from './life.ts';
import { dataFaultNames } from './quality.ts';
import { revealReasons } from './reveal-reasons.ts';

export { revealReasons };

import { riskColours } from './risk.ts';

export const CategoryName = z.enum(categories).meta({ id: 'Category' });
export const RiskColour = z.enum(riskColours).meta({ id: 'RiskColour' });
export const LifeStatusName = z.enum(lifeStatusNames).meta({ id: 'LifeStatus' });
export const DataFaultName = z.enum(dataFaultNames).meta({ id: 'DataFault' });
export const FieldNameOf = z.enum(fieldNames).meta({ id: 'FieldName' });
const CategoryViewName = z.enum(Object.keys(categoryViews) as [keyof typeof categoryViews]);

export const CategoryHeld = z
  .strictObject({
    category: CategoryName,
    label: z.string(),
    holds: z.enum(['yes', 'no', 'unknown']),
    reason: z.string(),
    /** The facts behind it, as they were said. */
    facts: z.array(z.strictObject({ field: z.string(), label: z.string(), said: z.string() })),
  })
  .meta({ id: 'CategoryHeld' });

export const Risk = z
  .strictObject({ colour: RiskColour, label: z.string(), reason: z.string(), missing: z.array(z.string()) })
  .meta({ id: 'Risk' });

/** A row of the registry, as staff of her area see it: phone and door masked (standards.md §3.4). */
export const ElderRow = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    name: z.string(),
    sex: z.enum(['female', 'male']),
    age: z.number().int().nullable(),
    communityId: Id,
    communityName: z.string(),
    gridName: z.string(),
    /** Estate and building: '水景园 3号楼'. */
    addressLine: z.string(),
    phoneMasked: z.string().nullable(),
    categories: z.array(CategoryName),
    risk: RiskColour,
    status: LifeStatusName,
    statusLabel: z.string(),
    responsibleId: Id.nullable(),
    responsibleName: z.string(),
    faults: z.array(DataFaultName),
    updatedAt: Instant,
  })
  .meta({ id: 'ElderRow' });

/** One field of a file as it may be shown: `said` in words, masked where the field is hidden. */
export const FieldShown = z
  .strictObject({ field: FieldNameOf, label: z.string(), said: z.string(), hidden: z.boolean(), known: z.boolean() })
  .meta({ id: 'FieldShown' });

/** What an editor starts from: values of plain and sealed fields; of hidden ones only what may be shown. */
export const FactsShown = ElderFacts.omit({
  idNumber: true,
  phone: true,
  landline: true,
  hukouAddress: true,
  contacts: true,
  keyHolders: true,
  doctor: true,
  address: true,
})
  .extend({
    idNumberMasked: z.string().nullable(),
    phoneMasked: z.string().nullable(),
    landlineMasked: z.string().nullable(),
    /** Whether an address of the household register is on file. */
    hasHukouAddress: z.boolean(),
    address: z.strictObject({ communityId: Id, gridId: Id.nullable(), estateId: Id, building: z.string() }),
    contacts: z.array(z.strictObject({ name: z.string(), relation: z.string(), phoneMasked: z.string() })),
    keyHolders: z.array(z.strictObject({ name: z.string(), relation: z.string(), phoneMasked: z.string() })),
    doctor: z.strictObject({ name: z.string(), relation: z.string(), phoneMasked: z.string() }).nullable(),
  })
  .meta({ id: 'FactsShown' });

export const Elder = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    facts: FactsShown,
    /** The whole file in words, group by group, for reading. */
    groups: z.array(z.strictObject({ group: z.string(), label: z.string(), fields: z.array(FieldShown) })),
    age: z.number().int().nullable(),
    communityName: z.string(),
    estateName: z.string(),
    addressLine: z.string(),
    categories: z.array(CategoryHeld),
    views: z.array(z.strictObject({ view: CategoryViewName, label: z.string(), categories: z.array(CategoryName) })),
    risk: Risk,
    ruleVersion: z.string(),
    status: LifeStatusName,
    statusLabel: z.string(),
    /** Since when, and until when it is expected to last; YYYY-MM-DD. */
    statusSince: Day.nullable(),
    statusUntil: Day.nullable(),
    moves: z.array(z.enum(lifeMoveNames)),
    responsibleName: z.string(),
    faults: z.array(DataFaultName),
    /** Whether she can sign in herself, and who acts for her. */
    hasAccount: z.boolean(),
    updatedAt: Instant,
    can: z.strictObject({ edit: z.boolean(), ask: z.boolean(), merge: z.boolean(), reveal: z.boolean() }),
  })
  .meta({ id: 'Elder' });

/** What may narrow the registry; used by the list, by the export and by saved searches. */
export const ElderFilter = z
  .strictObject({
    q: Words(40).optional(),
    communityId: Id.optional(),
    gridId: Id.optional(),
    category: CategoryName.optional(),
    /** Whether the category holds, or is not known yet. */
    holds: z.enum(['yes', 'unknown']).optional(),
    risk: RiskColour.optional(),
    responsibleId: Id.optional(),
    fault: DataFaultName.optional(),
    status: LifeStatusName.optional(),
  })
  .meta({ id: 'ElderFilter' });

export const elderSorts = { name: '姓名', oldest: '年龄从大到小', stale: '最久未更新' } as const;
const Sort = z.enum(Object.keys(elderSorts) as [keyof typeof elderSorts]).default('name');

export const elders = {
  listElders: endpoint({
    method: 'GET',
    path: '/elders',
    summary: '老人台账：按姓名、拼音首字母、地址（如 3-2-501）、电话、证件号、类别、风险等查找',
    may: 'elder.read',
    input: z.strictObject({ ...ElderFilter.shape, sort: Sort, limit: Limit, cursor: Cursor }),
    output: z.strictObject({ items: z.array(ElderRow), next: z.string().nullable() }),
    refusals: [],
  }),
  countElders: endpoint({
    method: 'GET',
    path: '/elder-count',
    summary: '符合条件的老人有多少位（最多数到一万）',
    may: 'elder.read',
    input: ElderFilter,
    output: z.strictObject({ count: z.number().int(), more: z.boolean() }),
    refusals: [],
  }),
  readElder: endpoint({
    method: 'GET',
    path: '/elders/:elderId',
    summary: '一位老人的档案（电话、证件号、门牌只显示一部分）',
    may: 'elder.read',
    input: z.strictObject({ elderId: Id }),
    output: Elder,
    refusals: ['elder_not_found'],
  }),
  addElder: endpoint({
    method: 'POST',
    path: '/elders',
    summary: '新建档案',
    may: 'elder.write',
    input: z.strictObject({ id: Id, facts: ElderFacts }),
    output: Elder,
    refusals: ['area_unknown', 'id_taken', 'id_number_held'],
  }),
  changeElder: endpoint({
    method: 'PUT',
    path: '/elders/:elderId',
    summary: '修改档案中的几项（带上看到的版本号和原因，避免盖掉别人的修改）',
    may: 'elder.write',
    input: z.strictObject({
      elderId: Id,
      version: z.number().int(),
      changes: ElderChanges,
      why: SomeWords(100, '请写明为什么修改'),
    }),
    output: Elder,
    refusals: ['elder_not_found', 'elder_changed', 'area_unknown', 'id_number_held', 'elder_closed', 'elder_merging'],
  }),
  /** Bulk: one responsible worker or one grid for many, shown before by the same call with `dry`. */
  assignElders: endpoint({
    method: 'POST',
    path: '/elder-assignments',
    summary: '批量指定责任人或网格；先预览，再确认',
    may: 'elder.write',
    input: z.strictObject({
      elderIds: z.array(Id).min(1, '请先选老人').max(200, '一次最多 200 位'),
      to: z.union([
        z.strictObject({ responsibleId: Id.nullable() }),
        z.strictObject({ communityId: Id, gridId: Id.nullable() }),
      ]),
      why: SomeWords(100, '请写明为什么修改'),
      dry: z.boolean(),
    }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          elderId: Id,
          name: z.string(),
          before: z.string(),
          after: z.string(),
          result: z.enum(['will', 'done', 'same', 'refused']),
          words: z.string(),
        }),
      ),
      /** How many of those asked for are not there or out of the caller's reach. */
      unreached: z.number().int(),
    }),
    refusals: ['area_unknown', 'worker_unfit'],
  }),
  elderHistory: endpoint({
    method: 'GET',
    path: '/elders/:elderId/history',
    summary: '档案的修改记录：谁、什么时候、为什么、改了什么',
    may: 'elder.read',
    input: z.strictObject({ elderId: Id, field: FieldNameOf.optional() }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          version: z.number().int(),
          at: Instant,
          byName: z.string(),
          why: z.string(),
          source: z.enum(['form', 'import', 'assessment', 'merge', 'handover', 'rule']),
          fields: z.array(
            z.strictObject({ field: FieldNameOf, label: z.string(), before: z.string(), after: z.string() }),
          ),
        }),
      ),
    }),
    refusals: ['elder_not_found'],
  }),
  reveal: endpoint({
    method: 'POST',
    path: '/elders/:elderId/reveal',
    summary: '查看完整的电话、证件号、门牌等；要写明原因，留下记录，老人和家属看得到',
    may: 'elder.read',
    input: z.strictObject({
      elderId: Id,
      fields: z.array(z.enum(hiddenFields)).min(1),
      reason: z.enum(Object.keys(revealReasons) as [keyof typeof revealReasons]),
      words: Words(100).default(''),
    }),
    output: z.strictObject({
      fields: z.array(z.strictObject({ field: FieldNameOf, label: z.string(), said: z.string() })),
    }),
    refusals: ['elder_not_found'],
  }),
  saveSearch: endpoint({
    method: 'POST',
    path: '/elder-searches',
    summary: '存一个常用的查找条件',
    may: 'elder.read',
    input: z.strictObject({ id: Id, name: SomeWords(20, '请给这个条件起个名字'), filter: ElderFilter, sort: Sort }),
    output: z.strictObject({ id: Id }),
    refusals: ['id_taken'],
  }),
  listSearches: endpoint({
    method: 'GET',
    path: '/elder-searches',
    summary: '我存的查找条件',
    may: 'elder.read',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(z.strictObject({ id: Id, name: z.string(), filter: ElderFilter, sort: Sort })),
    }),
    refusals: [],
  }),
  dropSearch: endpoint({
    method: 'DELETE',
    path: '/elder-searches/:searchId',
    summary: '删掉一个查找条件',
    may: 'elder.read',
    input: z.strictObject({ searchId: Id }),
    output: z.strictObject({ done: z.literal(true) }),
    refusals: [],
  }),
  areas: endpoint({
    method: 'GET',
    path: '/areas',
    summary: '本街道的社区、网格和小区，以及可以做责任人的工作人员',
    may: 'elder.read',
    input: z.strictObject({}),
    output: z.strictObject({
      communities: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          grids: z.array(z.strictObject({ id: Id, name: z.string() })),
          estates: z.array(z.strictObject({ id: Id, name: z.string(), point: Point.nullable() })),
          workers: z.array(z.strictObject({ accountId: Id, name: z.string() })),
        }),
      ),
    }),
    refusals: [],
  }),
};
