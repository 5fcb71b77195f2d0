import * as z from 'zod';
import { Day, Id, Instant, Words } from '../../wire.ts';
import { dayChoices, dayKinds, overrideKinds, turnLengths } from './labels.ts';
import { holeReasons } from './proof.ts';

export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填几点几分，如 08:30');
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请选月份');

/** One shift of a plan: on which days, from when to when (not later than `from`: on the next day), and who in turn. */
export const Shift = z
  .strictObject({
    id: Id,
    name: Words(12),
    from: ClockTime,
    to: ClockTime,
    days: z.enum(dayChoices),
    /** For `weekdays`: 0 is Sunday. */
    weekdays: z.array(z.number().int().min(0).max(6)).max(7).default([]),
    /** How long a turn lasts, and the day of the first one. */
    each: z.enum(turnLengths),
    since: Day,
    /** Who, turn after turn; several in one are on duty together. */
    turns: z.array(z.array(Id).min(1, '每一轮至少一个人').max(6)).max(40),
  })
  .meta({ id: 'DutyShift' });
export const Shifts = z.array(Shift).max(12, '一个岗位最多 12 个班次');

export const DutyName = z.strictObject({ accountId: Id, name: z.string() }).meta({ id: 'DutyName' });

/** A post of a community; without one it is the street's duty leader. */
export const DutyPost = z
  .strictObject({
    id: Id,
    communityId: Id.nullable(),
    name: z.string(),
    phone: z.string().nullable(),
    rev: z.number().int(),
    /** The shifts in force now. */
    shifts: z.array(Shift),
    /** Not published yet. */
    draft: z.array(Shift).nullable(),
    /** Published plans, newest first. */
    plans: z.array(
      z.strictObject({ from: Instant, by: z.string(), at: Instant, holes: z.number().int(), shifts: z.array(Shift) }),
    ),
    canPlan: z.boolean(),
  })
  .meta({ id: 'DutyPost' });

export const vias = ['shift', 'swap', 'override', 'temporary', 'leader'] as const;

/** Somebody on duty from an instant up to another. */
export const DutySpan = z
  .strictObject({
    postId: Id,
    communityId: Id.nullable(),
    shiftName: z.string(),
    from: Instant,
    to: Instant,
    accountId: Id,
    name: z.string(),
    via: z.enum(vias),
  })
  .meta({ id: 'DutySpan' });

export const DutyHole = z
  .strictObject({
    communityId: Id.nullable(),
    communityName: z.string(),
    from: Instant,
    to: Instant,
    why: z.enum(holeReasons),
    /** Whom it is about: who cannot be reached, is on leave, or is in two places. */
    names: z.array(z.string()),
    words: z.string(),
  })
  .meta({ id: 'DutyHole' });

export const DayKindRow = z
  .strictObject({ day: Day, kind: z.enum(dayKinds), name: z.string() })
  .meta({ id: 'DayKind' });

/** A change of the plan for a while. */
export const DutyChange = z
  .strictObject({
    id: Id,
    postId: Id,
    kind: z.enum([...overrideKinds, 'temporary']),
    from: Instant,
    to: Instant,
    out: DutyName.nullable(),
    in: DutyName.nullable(),
    shifts: z.array(z.strictObject({ from: Instant, to: Instant, names: z.array(z.string()) })),
    reason: z.string(),
    by: z.string(),
    at: Instant,
    canEnd: z.boolean(),
  })
  .meta({ id: 'DutyChange' });

export const swapStates = ['open', 'taken', 'withdrawn', 'expired'] as const;
export const DutySwap = z
  .strictObject({
    id: Id,
    postId: Id,
    communityId: Id.nullable(),
    communityName: z.string(),
    from: Instant,
    to: Instant,
    state: z.enum(swapStates),
    by: DutyName,
    /** Offered to one person; null: to all who may. */
    only: DutyName.nullable(),
    takenBy: DutyName.nullable(),
    words: z.string(),
    can: z.array(z.enum(['take', 'withdraw'])),
  })
  .meta({ id: 'DutySwap' });

export const leaveStates = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export const DutyLeave = z
  .strictObject({
    id: Id,
    accountId: Id,
    name: z.string(),
    from: Instant,
    to: Instant,
    /** Sealed; for herself and whoever plans. */
    reason: z.string(),
    state: z.enum(leaveStates),
    decidedBy: z.string(),
    words: z.string(),
    can: z.array(z.enum(['decide', 'withdraw'])),
  })
  .meta({ id: 'DutyLeave' });

export const DutyNote = z
  .strictObject({
    id: Id,
    postId: Id,
    communityId: Id.nullable(),
    communityName: z.string(),
    by: z.string(),
    at: Instant,
    words: z.string(),
    /** When the next person comes; null while nobody is planned. */
    forFrom: Instant.nullable(),
    readBy: z.array(z.strictObject({ name: z.string(), at: Instant })),
    /** True for who comes and has not read it. */
    toRead: z.boolean(),
  })
  .meta({ id: 'DutyNote' });
