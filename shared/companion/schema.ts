import * as z from 'zod';
import { RoleName } from '../accounts/contract.ts';
import { Relation } from '../registry/contract.ts';
import { Day, Id, Instant, SomeWords, Words } from '../wire.ts';
import { doorOpeners } from './door-openers.ts';
import { kindNames, qualifications } from './kinds.ts';
import { moveNames, statusNames } from './lifecycle.ts';

export { doorOpeners };

export const KindName = z.enum(kindNames).meta({ id: 'Kind' });
export const Status = z.enum(statusNames).meta({ id: 'TaskStatus' });
export const QualificationName = z.enum(qualifications).meta({ id: 'Qualification' });

/** When help is wanted: a window on one day or over a night, at most 24 hours. */
export const Window = z
  .strictObject({ from: Instant, to: Instant })
  .refine(({ from, to }) => from < to, { path: ['to'], message: '结束时间要晚于开始时间' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 24 * 3_600_000, {
    path: ['to'],
    message: '时间段最长 24 小时',
  })
  .meta({ id: 'Window' });

export const DoorOpener = z.enum(doorOpeners).meta({ id: 'DoorOpener' });

/** What an asker fills in. */
export const AskInput = z.strictObject({
  id: Id,
  elderId: Id,
  kind: KindName,
  /** The kind's special part, e.g. the medical part of 助医. */
  part: z.boolean().default(false),
  window: Window,
  /** What to bring or know. */
  bring: Words(200).default(''),
  doorOpener: DoorOpener.default('self'),
  doorNote: Words(100).default(''),
});

export const Photo = z.strictObject({ id: Id, at: Instant }).meta({ id: 'Photo' });

/** A card in the list of open tasks: the address only as far as the estate, the name masked. */
export const OpenTask = z
  .strictObject({
    id: Id,
    kind: KindName,
    /** What the street called it when it was asked for. */
    kindLabel: z.string(),
    part: z.boolean(),
    needs: z.array(QualificationName),
    windowFrom: Instant,
    windowTo: Instant,
    estateId: Id,
    communityId: Id,
    elderMasked: z.string(),
    bring: z.string(),
    /** Came back after a release or a no-show: someone is waiting. */
    again: z.boolean(),
  })
  .meta({ id: 'OpenTask' });

/** Metres from the volunteer's own point to the estate; null when either has none. */
export const EstateNear = z
  .strictObject({ id: Id, name: z.string(), communityName: z.string(), metres: z.number().int().nullable() })
  .meta({ id: 'EstateNear' });

export const HistoryEntry = z
  .strictObject({
    seq: z.number().int(),
    move: z.enum(['ask', ...moveNames]),
    label: z.string(),
    at: Instant,
    /** Who, as far as this viewer may know: '女儿 周敏', '志愿者 李*', '系统'. */
    by: z.string(),
    /** Reason or remark that was given. */
    words: z.string(),
    /** True when a family member or worker acted for the elder. */
    forElder: z.boolean(),
  })
  .meta({ id: 'HistoryEntry' });

/** The acts that this viewer may do now; the screens draw only these. */
export const TaskCan = z
  .strictObject({
    open: z.boolean(),
    decline: z.boolean(),
    claim: z.boolean(),
    assign: z.boolean(),
    release: z.boolean(),
    noShow: z.boolean(),
    start: z.boolean(),
    finish: z.boolean(),
    confirm: z.boolean(),
    object: z.boolean(),
    settle: z.boolean(),
    cancel: z.boolean(),
    heed: z.boolean(),
    addPhoto: z.boolean(),
    askAgain: z.boolean(),
  })
  .meta({ id: 'TaskCan' });

/** One task as this viewer may see it: what is hidden from her is null. */
export const Task = z
  .strictObject({
    id: Id,
    kind: KindName,
    /** What the street called it when it was asked for. */
    kindLabel: z.string(),
    part: z.boolean(),
    needs: z.array(QualificationName),
    status: Status,
    statusLabel: z.string(),
    window: z.strictObject({ from: Instant, to: Instant }),
    bring: z.string(),
    elder: z.strictObject({
      id: Id,
      /** Full for her side, staff and the volunteer who comes; masked before. */
      name: z.string(),
      /** Masked for staff, who may reveal it (registry.reveal); so are the contacts' phones. */
      phone: z.string().nullable(),
      careNotes: z.string().nullable(),
    }),
    place: z.strictObject({
      communityId: Id,
      communityName: z.string(),
      estateName: z.string(),
      /** Building to room, for staff the building; null until the viewer may know. */
      door: z.string().nullable(),
      doorOpener: DoorOpener.nullable(),
      doorNotes: z.string().nullable(),
    }),
    /** Who to ring about this visit, in order; empty until the viewer may know. */
    contacts: z.array(z.strictObject({ name: z.string(), relation: z.string(), phone: z.string() })),
    asker: z.strictObject({ name: z.string(), relation: Relation.nullable(), role: RoleName }),
    volunteer: z.strictObject({ accountId: Id, name: z.string(), phone: z.string().nullable() }).nullable(),
    worker: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
    startedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
    minutes: z.number().int().nullable(),
    did: z.string(),
    noticed: z.string(),
    concern: z.strictObject({ words: z.string(), heededAt: Instant.nullable(), heededWords: z.string() }).nullable(),
    photos: z.array(Photo),
    /** When the rule will confirm, if nobody does; null in other states. */
    confirmsByRuleAt: Instant.nullable(),
    askedAt: Instant,
    /** The elder's file is closed: her family reads what was done, and is asked nothing any more. */
    quiet: z.boolean(),
    history: z.array(HistoryEntry),
    can: TaskCan,
  })
  .meta({ id: 'Task' });

/** A row in a list of one's own or one's community's tasks. */
export const TaskRow = z
  .strictObject({
    id: Id,
    kind: KindName,
    /** What the street called it when it was asked for. */
    kindLabel: z.string(),
    status: Status,
    statusLabel: z.string(),
    windowFrom: Instant,
    windowTo: Instant,
    elderName: z.string(),
    communityName: z.string(),
    estateName: z.string(),
    askerName: z.string(),
    volunteerName: z.string().nullable(),
    askedAt: Instant,
    /** Since when it is in its present status. */
    since: Instant,
    concern: z.boolean(),
  })
  .meta({ id: 'TaskRow' });

/** On what ground minutes stand in the ledger. */
export const grounds = {
  confirmedByElder: '老人确认',
  confirmedByFamily: '家属确认',
  confirmedByRule: '满 48 小时无异议，自动确认',
  settledByWorker: '社区核定',
} as const;
export type Ground = keyof typeof grounds;

export const LedgerLine = z
  .strictObject({
    id: z.string(),
    taskId: Id,
    kind: KindName,
    /** What the street called it when it was asked for. */
    kindLabel: z.string(),
    elderMasked: z.string(),
    minutes: z.number().int(),
    startedAt: Instant,
    finishedAt: Instant,
    ground: z.enum(Object.keys(grounds) as [Ground, ...Ground[]]),
    groundLabel: z.string(),
    at: Instant,
  })
  .meta({ id: 'LedgerLine' });

export const Volunteer = z
  .strictObject({
    accountId: Id,
    name: z.string(),
    phoneMasked: z.string().nullable(),
    communityIds: z.array(Id),
    qualifications: z.array(z.strictObject({ name: QualificationName, until: Day })),
    /** Elders she is paired with: their tasks come first. */
    ownElders: z.array(z.strictObject({ id: Id, name: z.string() })),
    /** Whether she has chosen where she starts from; which estate it is, only she herself is told. */
    hasStart: z.boolean(),
    startEstate: z.strictObject({ id: Id, name: z.string() }).nullable(),
    noShows: z.number().int(),
    minutesTotal: z.number().int(),
  })
  .meta({ id: 'Volunteer' });

export const Candidate = z
  .strictObject({
    accountId: Id,
    name: z.string(),
    ownElder: z.boolean(),
    metres: z.number().int().nullable(),
    /** Tasks already taken that overlap this window. */
    busy: z.number().int(),
  })
  .meta({ id: 'Candidate' });

export const Reason = SomeWords(200, '请写明原因');
