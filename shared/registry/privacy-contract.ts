import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Cursor, Day, Id, Instant, Limit, Phone, SomeWords, Words } from '../wire.ts';
import { consentGiverNames, consentHowNames, consentPurposeNames, consentStandNames } from './consents.ts';
import { rightsAskerNames, rightsKindNames, rightsProofNames, rightsStateNames } from './rights.ts';

const OfElder = z.strictObject({ elderId: Id });
export const ConsentPurposeName = z.enum(consentPurposeNames).meta({ id: 'ConsentPurpose' });

/** One answer to one purpose, as it is kept; nothing of it is changed later but the withdrawal. */
export const ConsentRecord = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    answer: z.enum(['given', 'refused']),
    giver: z.enum(consentGiverNames),
    giverLabel: z.string(),
    giverName: z.string(),
    /** False: a relative said it, which is not the old person's consent. */
    counts: z.boolean(),
    how: z.enum(consentHowNames),
    howLabel: z.string(),
    witnessName: z.string(),
    capacity: z.string(),
    at: Instant,
    withdrawn: z.strictObject({ at: Instant, byName: z.string(), why: z.string() }).nullable(),
  })
  .meta({ id: 'ConsentRecord' });

export const Consent = z
  .strictObject({
    purpose: ConsentPurposeName,
    label: z.string(),
    /** What is read to her, and its version. */
    text: z.string(),
    ifNot: z.string(),
    version: z.number().int(),
    stand: z.enum(consentStandNames),
    standLabel: z.string(),
    /** Newest first. */
    records: z.array(ConsentRecord),
    can: z.strictObject({ answer: z.boolean(), withdraw: z.boolean() }),
  })
  .meta({ id: 'Consent' });

export const Consents = z.strictObject({ elderName: z.string(), items: z.array(Consent) }).meta({ id: 'Consents' });

export const FileView = z
  .strictObject({
    at: Instant,
    /** '网格员 刘芳'. */
    who: z.string(),
    what: z.string(),
    why: z.string(),
    /** Somebody outside her area opened the file in an emergency. */
    emergency: z.boolean(),
  })
  .meta({ id: 'FileView' });

const Named = z.strictObject({ name: z.string(), relation: z.string(), phone: z.string() });

/** What an emergency opens: enough to find her, ring around, and help. */
export const OpenedInEmergency = z
  .strictObject({
    elderId: Id,
    name: z.string(),
    age: z.number().int().nullable(),
    communityName: z.string(),
    address: z.string(),
    phones: z.array(z.string()),
    contacts: z.array(Named),
    keyHolders: z.array(Named),
    doorNotes: z.string(),
    careNotes: z.string(),
    allergies: z.string(),
  })
  .meta({ id: 'OpenedInEmergency' });

export const Glass = z
  .strictObject({
    id: Id,
    at: Instant,
    byName: z.string(),
    roleLabel: z.string(),
    /** Whom it opened; empty when nobody was found. */
    elderNames: z.array(z.string()),
    /** What was typed to find her. */
    asked: z.string(),
    why: z.string(),
    /** Nobody has reviewed it for more than a day. */
    overdue: z.boolean(),
    review: z
      .strictObject({ verdict: z.enum(['proper', 'improper']), words: z.string(), byName: z.string(), at: Instant })
      .nullable(),
    can: z.strictObject({ review: z.boolean() }),
  })
  .meta({ id: 'Glass' });

export const KeptPart = z
  .strictObject({ what: z.string(), why: z.string(), until: z.string() })
  .meta({ id: 'KeptPart' });

export const RightsRequest = z
  .strictObject({
    id: Id,
    elderId: Id,
    /** '已删除' after an erasure. */
    elderName: z.string(),
    kind: z.enum(rightsKindNames),
    kindLabel: z.string(),
    askerLabel: z.string(),
    askerName: z.string(),
    proofLabel: z.string(),
    why: z.string(),
    at: Instant,
    byName: z.string(),
    /** The last day for the answer: 15 working days. */
    due: Day,
    overdue: z.boolean(),
    state: z.enum(rightsStateNames),
    stateLabel: z.string(),
    /** Of an erasure: what goes, and what the law makes us keep. */
    goes: z.array(z.string()),
    kept: z.array(KeptPart),
    /** What stands in the way of an erasure now; '' when nothing does. */
    hindrance: z.string(),
    done: z.strictObject({ at: Instant, byName: z.string(), words: z.string() }).nullable(),
    can: z.strictObject({ export: z.boolean(), erase: z.boolean(), refuse: z.boolean() }),
  })
  .meta({ id: 'RightsRequest' });

const page = <T extends z.ZodType>(of: T) => z.strictObject({ items: z.array(of), next: z.string().nullable() });

/** Consents, who looked, break-glass, and a person's rights over her data. */
export const privacy = {
  consents: endpoint({
    method: 'GET',
    path: '/elders/:elderId/consents',
    summary: '同意情况：每个用途一条，谁同意的、怎样见证、可否撤回',
    may: 'signedIn',
    input: OfElder,
    output: Consents,
    refusals: ['elder_not_found'],
  }),
  giveConsent: endpoint({
    method: 'POST',
    path: '/elders/:elderId/consents',
    summary: '记下对一个用途的回答；亲属代答会记下，但不算老人本人同意',
    may: 'signedIn',
    input: OfElder.extend({
      id: Id,
      purpose: ConsentPurposeName,
      /** Of the text that was shown. */
      version: z.number().int(),
      answer: z.enum(['given', 'refused']),
      /** Left out by the old person and her guardian, who speak for themselves. */
      giver: z.enum(consentGiverNames).optional(),
      giverName: Words(30).default(''),
      how: z.enum(consentHowNames).optional(),
      /** How well she could decide: needed when somebody else speaks. */
      capacity: Words(100).default(''),
    }),
    output: Consents,
    refusals: ['elder_not_found', 'consent_words_changed', 'consent_not_yours', 'id_taken'],
  }),
  withdrawConsent: endpoint({
    method: 'POST',
    path: '/elders/:elderId/consents/:purpose/withdraw',
    summary: '撤回同意，立即生效；不用说明理由',
    may: 'signedIn',
    input: OfElder.extend({ purpose: ConsentPurposeName, why: Words(100).default('') }),
    output: Consents,
    refusals: ['elder_not_found', 'consent_not_given', 'consent_not_yours'],
  }),
  fileViews: endpoint({
    method: 'GET',
    path: '/elders/:elderId/views',
    summary: '谁看过这份档案的电话、证件号、门牌等：谁、什么时候、看了什么、为什么',
    may: 'signedIn',
    input: OfElder.extend({ limit: Limit, cursor: Cursor }),
    output: page(FileView),
    refusals: ['elder_not_found'],
  }),
  breakGlass: endpoint({
    method: 'POST',
    path: '/break-glass',
    summary: '紧急查看：不在自己范围内的老人出事时查电话、门牌、联系人；立即通知上级、老人和家属，事后核查',
    may: 'elder.breakGlass',
    input: z.strictObject({
      id: Id,
      name: SomeWords(30, '请填老人姓名'),
      phone: Phone.optional(),
      /** As people write doors: 3-2-501. */
      door: Words(30).optional(),
      communityId: Id.optional(),
      why: SomeWords(200, '请写明出了什么事').min(5, '请写清楚一点，至少 5 个字'),
    }),
    /** `more`: too many of this name, nobody is shown; a phone, a door or the community is needed. */
    output: z.strictObject({ items: z.array(OpenedInEmergency), more: z.boolean() }),
    refusals: ['area_unknown', 'id_taken'],
  }),
  listGlass: endpoint({
    method: 'GET',
    path: '/break-glass',
    summary: '紧急查看的记录：待核查的，或已核查的',
    may: 'glass.review',
    input: z.strictObject({ state: z.enum(['open', 'reviewed']).default('open'), limit: Limit, cursor: Cursor }),
    /** How many have waited for more than a day. */
    output: page(Glass).extend({ overdue: z.number().int() }),
    refusals: [],
  }),
  reviewGlass: endpoint({
    method: 'POST',
    path: '/break-glass/:glassId/review',
    summary: '核查一次紧急查看：恰当或不恰当，写明意见；自己用的不能自己核查',
    may: 'glass.review',
    input: z.strictObject({
      glassId: Id,
      verdict: z.enum(['proper', 'improper']),
      words: SomeWords(200, '请写明核查意见'),
    }),
    output: Glass,
    refusals: ['glass_not_found', 'glass_reviewed', 'glass_own'],
  }),
  askRights: endpoint({
    method: 'POST',
    path: '/rights',
    summary: '登记一件个人信息申请：要副本，或要删除；15 个工作日内答复',
    may: 'elder.rights',
    input: z.strictObject({
      id: Id,
      elderId: Id,
      kind: z.enum(rightsKindNames),
      asker: z.enum(rightsAskerNames),
      askerName: SomeWords(30, '请填申请人姓名'),
      proof: z.enum(rightsProofNames),
      why: Words(200).default(''),
    }),
    output: RightsRequest,
    refusals: ['elder_not_found', 'id_taken'],
  }),
  listRights: endpoint({
    method: 'GET',
    path: '/rights',
    summary: '个人信息申请：待办的按答复期限排，办过的新的在前',
    may: 'elder.rights',
    input: z.strictObject({ state: z.enum(['open', 'closed']).default('open'), limit: Limit, cursor: Cursor }),
    output: page(RightsRequest).extend({ overdue: z.number().int() }),
    refusals: [],
  }),
  exportPerson: endpoint({
    method: 'POST',
    path: '/rights/:requestId/export',
    summary: '生成这位老人全部信息的副本（可读的网页和数据文件），留下记录',
    may: 'elder.rights',
    input: z.strictObject({ requestId: Id }),
    output: z.strictObject({ fileName: z.string(), html: z.string(), json: z.string() }),
    refusals: ['rights_not_found', 'rights_closed', 'elder_not_found'],
  }),
  erasePerson: endpoint({
    method: 'POST',
    path: '/rights/:requestId/erase',
    summary: '由第二个人确认后删除；依法要留的列明留什么、留到什么时候；不能恢复',
    may: 'elder.rights',
    input: z.strictObject({ requestId: Id }),
    output: RightsRequest,
    refusals: ['rights_not_found', 'rights_closed', 'second_person_needed', 'rights_hindered', 'elder_not_found'],
  }),
  refuseRights: endpoint({
    method: 'POST',
    path: '/rights/:requestId/refuse',
    summary: '不同意一件申请，写明理由；申请人可以起诉',
    may: 'elder.rights',
    input: z.strictObject({ requestId: Id, reason: SomeWords(200, '请写明不同意的理由') }),
    output: RightsRequest,
    refusals: ['rights_not_found', 'rights_closed'],
  }),
};
