import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Cursor, Day, Id, Instant, Limit, Phone, SomeWords, Words } from '../wire.ts';
import { categories, childrenLives, livings } from './categories.ts';
import { relationLabels, relations } from './relations.ts';

export const CategoryName = z.enum(categories).meta({ id: 'Category' });

/** WGS-84 degrees. */
export const Point = z
  .strictObject({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })
  .meta({ id: 'Point' });

/** 社区 小区 楼 门 层 室; 门 is Tianjin's word for 单元. Parts are texts, since buildings are called 甲3 or 12A. */
export const Address = z
  .strictObject({
    communityId: Id,
    gridId: Id.nullable().default(null),
    estateId: Id,
    building: Words(12).default(''),
    unit: Words(12).default(''),
    floor: Words(6).default(''),
    room: Words(12).default(''),
    note: Words(60).default(''),
  })
  .meta({ id: 'Address' });

export const Contact = z
  .strictObject({
    name: SomeWords(30, '请填联系人姓名'),
    relation: SomeWords(10, '请填与老人的关系'),
    phone: Phone,
  })
  .meta({ id: 'Contact' });

/** What a worker fills in; categories are derived, never typed. */
export const ElderFacts = z
  .strictObject({
    name: SomeWords(30, '请填老人姓名'),
    sex: z.enum(['female', 'male']),
    birthDate: Day.nullable(),
    phone: Phone.nullable(),
    address: Address,
    point: Point.nullable().default(null),
    living: z.enum(livings).nullable(),
    childrenLive: z.enum(childrenLives).nullable(),
    abilityLevel: z.number().int().min(0).max(4).nullable(),
    handicapGrade: z.number().int().min(0).max(4).nullable(),
    familyPlanningSpecial: z.boolean().nullable(),
    /** In the order in which they should be called. */
    contacts: z.array(Contact).max(8),
    /** How to get in: gate code, knock loudly, dog. Shown only to staff, her family and the volunteer who comes. */
    doorNotes: Words(200).default(''),
    /** What a helper must mind: hard of hearing, walks with a stick. Health words: shown to the same people only. */
    careNotes: Words(300).default(''),
  })
  .meta({ id: 'ElderFacts' });

export const CategoryHeld = z
  .strictObject({
    category: CategoryName,
    label: z.string(),
    holds: z.enum(['yes', 'no', 'unknown']),
    reason: z.string(),
  })
  .meta({ id: 'CategoryHeld' });

/** A row of the registry, as staff of her area see it; phone masked (standards.md §3.4). */
export const ElderRow = z
  .strictObject({
    id: Id,
    name: z.string(),
    sex: z.enum(['female', 'male']),
    age: z.number().int().nullable(),
    communityId: Id,
    communityName: z.string(),
    /** Estate, building, unit, room: '水景园 3号楼2门501'. */
    addressLine: z.string(),
    phoneMasked: z.string().nullable(),
    categories: z.array(CategoryName),
  })
  .meta({ id: 'ElderRow' });

export const Elder = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    facts: ElderFacts,
    age: z.number().int().nullable(),
    communityName: z.string(),
    estateName: z.string(),
    addressLine: z.string(),
    categories: z.array(CategoryHeld),
    ruleVersion: z.string(),
    /** Whether she can sign in herself, and who acts for her. */
    hasAccount: z.boolean(),
    updatedAt: Instant,
    can: z.strictObject({ edit: z.boolean(), ask: z.boolean() }),
  })
  .meta({ id: 'Elder' });

export const GrantScope = z.enum(['see', 'ask', 'confirm']).meta({ id: 'GrantScope' });
export { relationLabels };
export const Relation = z.enum(relations).meta({ id: 'Relation' });

export const Grant = z
  .strictObject({
    id: Id,
    state: z.enum(['asked', 'active', 'refused', 'ended', 'expired']),
    elderId: Id.nullable(),
    /** As the family typed it until matched, then as in the registry. */
    elderName: z.string(),
    familyName: z.string(),
    familyPhoneMasked: z.string().nullable(),
    relation: Relation,
    scopes: z.array(GrantScope),
    /** Last day on which it is good, inclusive. */
    until: Day,
    communityId: Id,
    communityName: z.string(),
    askedAt: Instant,
    answeredBy: z.string().nullable(),
    answeredHow: z.enum(['self', 'visit', 'phone', 'paper']).nullable(),
    answeredAt: Instant.nullable(),
    note: z.string(),
    can: z.strictObject({ answer: z.boolean(), end: z.boolean() }),
  })
  .meta({ id: 'Grant' });

/** An elder for whom the caller may act (herself, or under an active grant), with whom to ring in need. */
export const MyElder = z
  .strictObject({
    id: Id,
    name: z.string(),
    relation: Relation,
    scopes: z.array(GrantScope),
    until: Day.nullable(),
    communityName: z.string(),
    addressLine: z.string(),
    worker: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
    communityPhone: z.string(),
    contacts: z.array(Contact),
  })
  .meta({ id: 'MyElder' });

export const registry = {
  areas: endpoint({
    method: 'GET',
    path: '/areas',
    summary: '本街道的社区、网格和小区',
    may: 'elder.read',
    input: z.strictObject({}),
    output: z.strictObject({
      communities: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          grids: z.array(z.strictObject({ id: Id, name: z.string() })),
          estates: z.array(z.strictObject({ id: Id, name: z.string(), point: Point.nullable() })),
        }),
      ),
    }),
    refusals: [],
  }),
  listElders: endpoint({
    method: 'GET',
    path: '/elders',
    summary: '老人台账：按姓名、拼音首字母、地址（如 3-2-501）、类别查找',
    may: 'elder.read',
    input: z.strictObject({
      q: Words(40).optional(),
      communityId: Id.optional(),
      category: CategoryName.optional(),
      limit: Limit,
      cursor: Cursor,
    }),
    output: z.strictObject({ items: z.array(ElderRow), next: z.string().nullable() }),
    refusals: [],
  }),
  readElder: endpoint({
    method: 'GET',
    path: '/elders/:elderId',
    summary: '一位老人的档案',
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
    refusals: ['area_unknown', 'id_taken'],
  }),
  changeElder: endpoint({
    method: 'PUT',
    path: '/elders/:elderId',
    summary: '修改档案（带上看到的版本号，避免盖掉别人的修改）',
    may: 'elder.write',
    input: z.strictObject({ elderId: Id, version: z.number().int(), facts: ElderFacts }),
    output: Elder,
    refusals: ['elder_not_found', 'elder_changed', 'area_unknown'],
  }),
  myElders: endpoint({
    method: 'GET',
    path: '/my/elders',
    summary: '我可以代办的老人（老人本人即自己），以及有事该打给谁',
    may: 'elder.readOwn',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(MyElder) }),
    refusals: [],
  }),
  askGrant: endpoint({
    method: 'POST',
    path: '/grants',
    summary: '家属申请代办授权，或老人申请绑定自己的档案；由老人或见过老人的社区工作人员确认',
    may: 'signedIn',
    input: z.strictObject({
      id: Id,
      streetId: Id,
      communityId: Id,
      elderName: SomeWords(30, '请填老人姓名'),
      /** Helps to find the file; nothing about the file is told to the asker. */
      elderPhone: Phone.nullable().default(null),
      relation: Relation,
      scopes: z.array(GrantScope).min(1, '请至少选一项').max(3),
      until: Day,
    }),
    output: Grant,
    refusals: ['area_unknown', 'id_taken'],
  }),
  listGrants: endpoint({
    method: 'GET',
    path: '/grants',
    summary: '授权：家属看自己的，老人看给自己家人的，社区看本社区的',
    may: 'signedIn',
    input: z.strictObject({ state: z.enum(['asked', 'active', 'past']).optional() }),
    output: z.strictObject({ items: z.array(Grant) }),
    refusals: [],
  }),
  answerGrant: endpoint({
    method: 'POST',
    path: '/grants/:grantId/answer',
    summary: '确认或拒绝一条授权；工作人员要写明怎样见过或联系过老人',
    may: 'signedIn',
    input: z.strictObject({
      grantId: Id,
      answer: z.enum(['confirm', 'refuse']),
      /** Needed from staff when the family's words did not match one file. */
      elderId: Id.optional(),
      /** Needed from staff: how the elder's own wish was learnt. */
      how: z.enum(['visit', 'phone', 'paper']).optional(),
      note: Words(200).default(''),
    }),
    output: Grant,
    refusals: ['grant_not_found', 'grant_moved_on', 'grant_needs_elder', 'elder_not_found'],
  }),
  endGrant: endpoint({
    method: 'POST',
    path: '/grants/:grantId/end',
    summary: '收回或结束授权，立即生效',
    may: 'signedIn',
    input: z.strictObject({ grantId: Id, note: Words(200).default('') }),
    output: Grant,
    refusals: ['grant_not_found', 'grant_moved_on'],
  }),
};

export type GrantScopeName = z.output<typeof GrantScope>;
export type RelationName = z.output<typeof Relation>;
