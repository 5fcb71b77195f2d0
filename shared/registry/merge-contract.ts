import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Cursor, Day, Id, Instant, Limit, Phone, SomeWords, Words } from '../wire.ts';
import { ElderRow, FieldNameOf } from './elders-contract.ts';
import { Address } from './facts.ts';
import { mergeStates } from './merging.ts';
import { twinReasonNames } from './twin-reasons.ts';

const TwinReasonName = z.enum(twinReasonNames).meta({ id: 'TwinReason' });
const Reason = z.strictObject({ reason: TwinReasonName, label: z.string() });

/** Two files that may be one person's; `left` has the smaller id, so that a pair is one pair. */
export const Twins = z
  .strictObject({
    left: ElderRow,
    right: ElderRow,
    reasons: z.array(Reason),
    foundAt: Instant,
    /** Who said that they are two people, when and why; null for an open pair. */
    dismissed: z.strictObject({ byName: z.string(), at: Instant, why: z.string() }).nullable(),
  })
  .meta({ id: 'Twins' });

const Side = z.enum(['left', 'right']);

/** One field of both files in words, hidden ones masked: masked values may look alike and differ. */
export const PairField = z
  .strictObject({
    field: FieldNameOf,
    label: z.string(),
    group: z.string(),
    left: z.string(),
    right: z.string(),
    state: z.enum(['same', 'differs', 'onlyLeft', 'onlyRight', 'neither']),
    hidden: z.boolean(),
    /** Whether both values can be kept together: lists and notes. */
    both: z.boolean(),
    /** False where the newest assessment decides, not a person. */
    choosable: z.boolean(),
    suggest: z.enum(['left', 'right', 'both']),
  })
  .meta({ id: 'PairField' });

const Points = z.strictObject({ label: z.string(), left: z.number().int(), right: z.number().int() });

export const Merge = z
  .strictObject({
    id: Id,
    state: z.enum(mergeStates),
    stateLabel: z.string(),
    winnerId: Id,
    winnerName: z.string(),
    loserId: Id,
    loserName: z.string(),
    byName: z.string(),
    at: Instant,
    why: z.string(),
    /** What was taken over from the closed file. */
    fields: z.array(z.strictObject({ field: FieldNameOf, label: z.string(), from: z.enum(['loser', 'both']) })),
    moved: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
    undone: z.strictObject({ byName: z.string(), at: Instant, why: z.string() }).nullable(),
  })
  .meta({ id: 'Merge' });

const Choice = z.enum(['winner', 'loser', 'both']);
const Two = z.strictObject({ leftId: Id, rightId: Id });

export const merges = {
  listTwins: endpoint({
    method: 'GET',
    path: '/elder-twins',
    summary: '可能重复的档案：每两份一对，写明哪里相同',
    may: 'elder.merge',
    input: z.strictObject({
      communityId: Id.optional(),
      state: z.enum(['open', 'dismissed']).default('open'),
      limit: Limit,
      cursor: Cursor,
    }),
    output: z.strictObject({ items: z.array(Twins), next: z.string().nullable() }),
    refusals: [],
  }),
  /** While somebody fills in a new file; sent as a body, since it carries numbers that do not belong into an address. */
  twinsOf: endpoint({
    method: 'POST',
    path: '/elder-twins/of',
    summary: '新建档案前：有没有可能重复的档案',
    may: 'elder.write',
    input: z.strictObject({
      name: Words(30).default(''),
      sex: z.enum(['female', 'male']),
      birthDate: Day.nullable().default(null),
      idNumber: Words(30).nullable().default(null),
      phone: Phone.nullable().default(null),
      address: Address.nullable().default(null),
    }),
    output: z.strictObject({
      items: z.array(z.strictObject({ elder: ElderRow, reasons: z.array(Reason), sameIdNumber: z.boolean() })),
      /** Whether there are some in communities that the caller does not reach. */
      elsewhere: z.boolean(),
    }),
    refusals: [],
  }),
  dismissTwins: endpoint({
    method: 'POST',
    path: '/elder-twins/dismiss',
    summary: '不是同一人：以后不再提示这一对',
    may: 'elder.merge',
    input: Two.extend({ why: SomeWords(100, '请写明怎么知道不是同一人') }),
    output: z.strictObject({ done: z.literal(true) }),
    refusals: ['elder_not_found'],
  }),
  showPair: endpoint({
    method: 'GET',
    path: '/elder-pairs/:leftId/:rightId',
    summary: '两份档案逐项对照（电话、证件号、门牌只显示一部分）',
    may: 'elder.merge',
    input: Two,
    output: z.strictObject({
      left: ElderRow,
      right: ElderRow,
      reasons: z.array(Reason),
      fields: z.array(PairField),
      /** What points to each file and would follow. */
      points: z.array(Points),
      /** The file better kept: a dead person's, else the one with more known fields, else the newer. */
      keep: Side,
      dismissed: z.boolean(),
    }),
    refusals: ['elder_not_found', 'elder_closed'],
  }),
  mergeElders: endpoint({
    method: 'POST',
    path: '/elder-merges',
    summary: '合并两份档案：逐项选择留哪个；指向另一份的求助、时长、授权、评估等都转到留下的一份；可撤销',
    may: 'elder.merge',
    input: z.strictObject({
      id: Id,
      winnerId: Id,
      loserId: Id,
      winnerVersion: z.number().int(),
      loserVersion: z.number().int(),
      /** Fields left out stay as the winner has them. */
      choose: z.partialRecord(FieldNameOf, Choice),
      why: SomeWords(100, '请写明怎么知道是同一人'),
      dry: z.boolean(),
    }),
    output: z.strictObject({
      /** Null for a preview. */
      merge: Merge.nullable(),
      /** The file as it will stand, in words, hidden fields masked. */
      result: z.array(
        z.strictObject({
          field: FieldNameOf,
          label: z.string(),
          said: z.string(),
          from: z.enum(['winner', 'loser', 'both', 'same']),
        }),
      ),
      moves: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
    }),
    refusals: [
      'elder_not_found',
      'elder_changed',
      'elder_closed',
      'elder_merging',
      'merge_keeps_dead',
      'id_taken',
      'id_number_held',
    ],
  }),
  listMerges: endpoint({
    method: 'GET',
    path: '/elder-merges',
    summary: '合并记录',
    may: 'elder.merge',
    input: z.strictObject({ elderId: Id.optional(), limit: Limit, cursor: Cursor }),
    output: z.strictObject({ items: z.array(Merge), next: z.string().nullable() }),
    refusals: [],
  }),
  readMerge: endpoint({
    method: 'GET',
    path: '/elder-merges/:mergeId',
    summary: '一次合并：谁、为什么、带来了什么，撤销会怎样',
    may: 'elder.merge',
    input: z.strictObject({ mergeId: Id }),
    output: z.strictObject({
      merge: Merge,
      canUndo: z.boolean(),
      /** Why it cannot be undone now; '' when it can. */
      unless: z.string(),
      /** Fields changed since: an undo leaves them as they are. */
      later: z.array(z.strictObject({ at: Instant, byName: z.string(), why: z.string(), labels: z.array(z.string()) })),
    }),
    refusals: ['merge_not_found'],
  }),
  undoMerge: endpoint({
    method: 'POST',
    path: '/elder-merges/:mergeId/undo',
    summary: '撤销一次合并：两份档案都恢复，合并后的修改保留',
    may: 'elder.merge',
    input: z.strictObject({ mergeId: Id, why: SomeWords(100, '请写明为什么撤销') }),
    output: Merge,
    refusals: ['merge_not_found', 'merge_moved_on', 'merge_undo_blocked', 'id_number_held'],
  }),
};
