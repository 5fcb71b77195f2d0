import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Day, Id, Instant, Phone, SomeWords, Words } from '../wire.ts';
import { LifeStatusName } from './elders-contract.ts';
import { Contact } from './facts.ts';
import { relationLabels, relations } from './relations.ts';

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
    status: LifeStatusName,
    /** When she is expected back, if she is away. */
    statusUntil: Day.nullable(),
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

export const grants = {
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
