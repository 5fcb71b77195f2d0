import * as z from 'zod';
import { CategoryName, RiskColour } from '../../registry/elders-contract.ts';
import { Id, Instant, Words } from '../../wire.ts';
import {
  answerNames,
  entryKinds,
  phaseNames,
  type RollCallReason,
  reasons,
  rowStateNames,
  tierNames,
} from './labels.ts';

export const ReasonName = z
  .enum(Object.keys(reasons) as [RollCallReason, ...RollCallReason[]])
  .meta({ id: 'RollCallReason' });
export const AnswerName = z.enum(answerNames).meta({ id: 'RollCallAnswer' });
const State = z.enum(rowStateNames).meta({ id: 'RollCallState' });
/** A row's id: that of its roll-call, and that of the elder as she was listed. */
export const RowId = z.string().regex(/^[0-9a-f]{24}:[0-9a-f]{24}$/, '编号格式不对');

/** Whom a roll-call asks after: any of these categories and any of these colours; an empty list does not narrow. */
export const Choice = z
  .strictObject({
    communityIds: z.array(Id).max(50).default([]),
    gridId: Id.optional(),
    categories: z.array(CategoryName).max(9).default([]),
    risks: z.array(RiskColour).max(4).default([]),
  })
  .meta({ id: 'RollCallChoice' });
export type RollCallChoice = z.output<typeof Choice>;

export const Start = z.strictObject({
  id: Id,
  reason: ReasonName,
  /** What callers read; empty: the words of the reason. */
  words: Words(200).default(''),
  drill: z.boolean().default(false),
  /** How long a tier has before the next is asked. */
  minutes: z.number().int('请填整数').min(5, '最少 5 分钟').max(720, '最多 720 分钟'),
  /** First calls for one person at most. */
  perPerson: z.number().int('请填整数').min(1, '最少 1 位').max(100, '最多 100 位'),
  choice: Choice,
});

const counts = Object.fromEntries(rowStateNames.map((state) => [state, z.number().int()])) as {
  [S in (typeof rowStateNames)[number]]: z.ZodNumber;
};
export const Counts = z.strictObject({ ...counts, all: z.number().int() }).meta({ id: 'RollCallCounts' });

export const RollCallHead = z
  .strictObject({
    id: Id,
    reason: ReasonName,
    reasonLabel: z.string(),
    words: z.string(),
    drill: z.boolean(),
    minutes: z.number().int(),
    perPerson: z.number().int(),
    phase: z.enum(phaseNames),
    phaseLabel: z.string(),
    /** Whom it asks after, in words. */
    whom: z.string(),
    startedBy: z.string(),
    startedAt: Instant,
    /** When the callers were told; null while the list is being written. */
    toldAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    closedBy: z.string().nullable(),
    closeReason: z.string().nullable(),
    remindedAt: Instant.nullable(),
    /** How far the writing is. */
    listed: z.number().int(),
    planned: z.number().int(),
    counts: Counts,
  })
  .meta({ id: 'RollCallHead' });

const Place = z.strictObject({ id: z.string(), name: z.string(), counts: Counts });
export const Progress = RollCallHead.extend({
  communities: z.array(Place),
  /** Of the community asked for. */
  buildings: z.array(Place),
  can: z.strictObject({ remind: z.boolean(), close: z.boolean() }),
}).meta({ id: 'RollCallProgress' });

const Entry = z.strictObject({
  kind: z.enum(entryKinds),
  label: z.string(),
  by: z.string(),
  at: Instant,
});

/** A row as the office reads it. */
export const Row = z
  .strictObject({
    id: RowId,
    elderId: Id,
    elderName: z.string(),
    communityName: z.string(),
    place: z.string(),
    risk: RiskColour,
    state: State,
    stateLabel: z.string(),
    /** Who is asked now; null: nobody could be found. */
    asked: z
      .strictObject({ name: z.string(), tier: z.enum(tierNames), tierLabel: z.string(), phone: z.string().nullable() })
      .nullable(),
    /** When the next tier is asked, or the alarm raised. */
    deadline: Instant.nullable(),
    isLast: z.boolean(),
    incidentId: Id.nullable(),
    history: z.array(Entry),
  })
  .meta({ id: 'RollCallRow' });

/** A row as whoever is asked reads it. */
export const MyRow = z
  .strictObject({
    id: RowId,
    elderName: z.string(),
    place: z.string(),
    risk: RiskColour,
    state: State,
    stateLabel: z.string(),
    /** Who said what last, and when; null while nobody has. */
    said: z.strictObject({ label: z.string(), by: z.string(), at: Instant }).nullable(),
    deadline: Instant.nullable(),
    /** The next tier has been asked already. */
    passedOn: z.boolean(),
    incidentId: Id.nullable(),
    can: z.strictObject({
      ...(Object.fromEntries(answerNames.map((one) => [one, z.boolean()])) as Record<
        (typeof answerNames)[number],
        z.ZodBoolean
      >),
      undo: z.boolean(),
    }),
  })
  .meta({ id: 'MyRollCallRow' });

/** A running roll-call with the rows of one caller. */
export const MyList = z
  .strictObject({
    id: Id,
    reasonLabel: z.string(),
    words: z.string(),
    drill: z.boolean(),
    startedAt: Instant,
    rows: z.array(MyRow),
  })
  .meta({ id: 'MyRollCall' });

/** A running roll-call that asks after an elder, for herself and her family. */
export const AboutMe = z
  .strictObject({
    id: RowId,
    elderId: Id,
    elderName: z.string(),
    reasonLabel: z.string(),
    words: z.string(),
    drill: z.boolean(),
    state: State,
    stateLabel: z.string(),
    said: z.string().nullable(),
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'RollCallAboutMe' });

export const Report = z
  .strictObject({
    head: RollCallHead,
    /** Minutes from the telling to the first answer; null while nobody answered. */
    p50: z.number().nullable(),
    p95: z.number().nullable(),
    byTier: z.array(z.strictObject({ label: z.string(), asked: z.number().int(), answered: z.number().int() })),
    bySelf: z.number().int(),
    byFamily: z.number().int(),
    incidents: z.number().int(),
    uncovered: z.array(z.string()),
    communities: z.array(Place),
    /** Callers of whom nothing was heard about any of theirs. */
    silent: z.array(z.strictObject({ name: z.string(), elders: z.number().int() })),
    /** The same as text to copy. */
    text: z.string(),
  })
  .meta({ id: 'RollCallReport' });
