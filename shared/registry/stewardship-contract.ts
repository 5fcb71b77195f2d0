import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, Instant, SomeWords, Words } from '../wire.ts';
import { DataFaultName } from './elders-contract.ts';
import { checkedHows, dependentKindNames } from './stewardship.ts';

const DependentKindName = z.enum(dependentKindNames).meta({ id: 'DependentKind' });

/** Something that would be without anybody if a person left. */
export const Dependent = z
  .strictObject({
    kind: DependentKindName,
    id: z.string(),
    elderId: Id.nullable(),
    communityId: Id.nullable(),
    title: z.string(),
    note: z.string(),
  })
  .meta({ id: 'Dependent' });

const Counted = z.strictObject({ kind: DependentKindName, label: z.string(), count: z.number().int() });
const Which = z.strictObject({ kind: DependentKindName, id: z.string().max(130) });

const Handover = z
  .strictObject({
    id: Id,
    state: z.enum(['moving', 'done']),
    fromName: z.string(),
    toName: z.string(),
    byName: z.string(),
    at: Instant,
    why: z.string(),
    moved: z.array(Counted),
    /** What stayed, and what to do about it. */
    left: z.array(z.strictObject({ kind: DependentKindName, id: z.string(), title: z.string(), words: z.string() })),
  })
  .meta({ id: 'Handover' });

export const stewardship = {
  dependents: endpoint({
    method: 'GET',
    path: '/people/:accountId/dependents',
    summary: '这个人手上有什么：负责的老人、接下的求助、保管的钥匙、没看的紧急提醒；离开前要交接',
    may: 'work.handOver',
    input: z.strictObject({ accountId: Id }),
    output: z.strictObject({
      name: z.string(),
      /** Her roles in the street that reach the caller's area. */
      roles: z.array(z.strictObject({ assignmentId: Id, label: z.string(), communities: z.array(z.string()) })),
      counts: z.array(Counted),
      /** At most 500; `more` when there are others. */
      items: z.array(Dependent),
      more: z.boolean(),
      /** Who could take over, and what she is. */
      successors: z.array(z.strictObject({ accountId: Id, name: z.string(), label: z.string() })),
    }),
    refusals: ['person_not_found'],
  }),
  handOver: endpoint({
    method: 'POST',
    path: '/handovers',
    summary: '交接：先预览，再确认；老人转给接手人，求助改派或退回，钥匙当面交过的打勾',
    may: 'work.handOver',
    input: z.strictObject({
      id: Id,
      fromAccountId: Id,
      /** Null: requests go back to the open list, and what needs a person stays. */
      toAccountId: Id.nullable(),
      /** Left out: everything. */
      items: z.array(Which).max(500, '一次最多 500 项').optional(),
      /** Elders whose keys have been handed over by hand. */
      keysGiven: z.array(Id).max(500).default([]),
      why: SomeWords(100, '请写明为什么交接'),
      dry: z.boolean(),
    }),
    output: Handover,
    refusals: ['person_not_found', 'successor_unfit', 'id_taken'],
  }),
  orphans: endpoint({
    method: 'GET',
    path: '/orphans',
    summary: '没有人管的：责任人已离开的老人、志愿者已离开的求助（应当为零）',
    may: 'work.handOver',
    input: z.strictObject({}),
    output: z.strictObject({
      counts: z.array(Counted),
      items: z.array(Dependent.extend({ accountId: Id, personName: z.string() })),
      more: z.boolean(),
    }),
    refusals: [],
  }),
  qualityBoard: endpoint({
    method: 'GET',
    path: '/quality-board',
    summary: '档案质量：各社区各类问题有多少份',
    may: 'elder.read',
    input: z.strictObject({}),
    output: z.strictObject({
      faults: z.array(z.strictObject({ fault: DataFaultName, label: z.string() })),
      rows: z.array(
        z.strictObject({
          /** Null: all of them together. */
          communityId: Id.nullable(),
          name: z.string(),
          elders: z.number().int(),
          faults: z.record(DataFaultName, z.number().int()),
          /** Elders whose worker has left or does not reach them. */
          orphans: z.number().int(),
          /** Pairs of possible duplicates in which this community has a file. */
          twins: z.number().int(),
        }),
      ),
      staleAfterMonths: z.number().int(),
    }),
    refusals: [],
  }),
  /** The mend of a stale file whose facts are right. */
  confirmFacts: endpoint({
    method: 'POST',
    path: '/elders/:elderId/checked',
    summary: '核对过，档案没有变化',
    may: 'elder.write',
    input: z.strictObject({
      elderId: Id,
      version: z.number().int(),
      how: z.enum(checkedHows),
      words: Words(80).default(''),
    }),
    output: z.strictObject({ version: z.number().int(), updatedAt: Instant }),
    refusals: ['elder_not_found', 'elder_changed', 'elder_closed', 'elder_merging'],
  }),
};
