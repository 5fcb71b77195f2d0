import * as z from 'zod';
import { Id, Instant, Words } from '../wire.ts';
import { falseCauses, filedAt, handOvers, namesOf, outcomes, proofs, sources, triages } from './labels.ts';
import { channels, targetNames } from './ladder.ts';
import { moveNames, personMoves, statusNames } from './lifecycle.ts';
import { checkNames, checkResults } from './no-answer.ts';

export const SourceName = z.enum(namesOf(sources)).meta({ id: 'IncidentSource' });
export const TriageName = z.enum(namesOf(triages)).meta({ id: 'Triage' });
const Status = z.enum(statusNames).meta({ id: 'IncidentStatus' });

/** What a person's act on an incident says beside its name; which of it an act needs is in `acts.ts`. */
export const ActInput = z.strictObject({
  /** Made by the phone: the same act sent again is the same act. */
  id: Id,
  move: z.enum(personMoves as [(typeof personMoves)[number], ...typeof personMoves]),
  words: Words(300).default(''),
  triage: TriageName.optional(),
  to: z.enum(namesOf(handOvers)).optional(),
  check: z.enum(checkNames).optional(),
  result: z.enum(namesOf(checkResults)).optional(),
  proof: z.enum(namesOf(proofs)).optional(),
  /** Who saw or spoke to her. */
  proofBy: Words(30).optional(),
  outcome: z.enum(namesOf(outcomes)).optional(),
  cause: z.enum(namesOf(falseCauses)).optional(),
  where: z.enum(namesOf(filedAt)).optional(),
  number: Words(40).optional(),
});
export type ActFields = z.output<typeof ActInput>;

export const Responder = z
  .strictObject({
    name: z.string(),
    roleLabel: z.string(),
    state: z.enum(['lead', 'joined', 'stoodDown']),
    phone: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'Responder' });

/** One message to one person by one way; the four facts apart. */
export const Delivered = z
  .strictObject({
    name: z.string(),
    channel: z.enum([...namesOf(channels), 'console']),
    channelLabel: z.string(),
    queuedAt: Instant,
    sentAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    seenAt: Instant.nullable(),
    acceptedAt: Instant.nullable(),
    failed: z.string().nullable(),
  })
  .meta({ id: 'Delivered' });

export const IncidentEntry = z
  .strictObject({
    seq: z.number().int(),
    move: z.enum(['raise', ...moveNames]),
    label: z.string(),
    at: Instant,
    by: z.string(),
    /** What was said with it, with its choices in words. */
    words: z.string(),
  })
  .meta({ id: 'IncidentEntry' });

/** Somebody to ring by hand, from the file; numbers as far as the viewer may see them. */
const Callee = z.strictObject({ target: z.enum(targetNames), label: z.string(), name: z.string(), phone: z.string() });

/** One incident as this viewer may see it; what is hidden from her is null or empty. */
export const Incident = z
  .strictObject({
    id: Id,
    drill: z.boolean(),
    source: SourceName,
    sourceLabel: z.string(),
    status: Status,
    statusLabel: z.string(),
    open: z.boolean(),
    triage: TriageName.nullable(),
    raisedAt: Instant,
    /** When a worker took the telephone call that it came by. */
    heardAt: Instant.nullable(),
    words: z.string(),
    raisedBy: z.string(),
    elder: z.strictObject({
      id: Id.nullable(),
      name: z.string(),
      age: z.number().int().nullable(),
      phone: z.string().nullable(),
      careNotes: z.string().nullable(),
    }),
    place: z.strictObject({
      communityId: Id,
      communityName: z.string(),
      estateName: z.string(),
      door: z.string().nullable(),
      doorNotes: z.string().nullable(),
    }),
    /** Whether somebody may open her door with the police or a locksmith: what she has said. */
    entry: z.enum(['given', 'refused', 'unknown']).nullable(),
    callSheet: z.array(Callee),
    responders: z.array(Responder),
    mine: z.enum(['lead', 'joined', 'stoodDown', 'called', 'side', 'desk']),
    /** What the clock does next. */
    next: z.strictObject({ at: Instant, label: z.string() }).nullable(),
    rungsCalled: z.number().int(),
    rungs: z.number().int(),
    noAnswerSince: Instant.nullable(),
    checks: z.array(
      z.strictObject({
        check: z.enum(checkNames),
        label: z.string(),
        hint: z.string(),
        state: z.enum(['done', 'now', 'ahead']),
        result: z.string().nullable(),
        dueAt: Instant.nullable(),
      }),
    ),
    /** How it ended: who saw or spoke to her, and what came of it. */
    end: z.strictObject({ at: Instant, proof: z.string(), outcome: z.string(), words: z.string() }).nullable(),
    followed: z.strictObject({ at: Instant, words: z.string() }).nullable(),
    followDueAt: Instant.nullable(),
    numbers: z.array(z.strictObject({ where: z.string(), number: z.string(), at: Instant })),
    history: z.array(IncidentEntry),
    deliveries: z.array(Delivered),
    can: z.record(z.enum(personMoves as [(typeof personMoves)[number], ...typeof personMoves]), z.boolean()),
  })
  .meta({ id: 'Incident' });

/** A row of the desk and of one's own list. */
export const IncidentRow = z
  .strictObject({
    id: Id,
    drill: z.boolean(),
    sourceLabel: z.string(),
    status: Status,
    statusLabel: z.string(),
    open: z.boolean(),
    triage: TriageName.nullable(),
    raisedAt: Instant,
    /** Since when it is in its present status. */
    since: Instant,
    elderName: z.string(),
    communityName: z.string(),
    estateName: z.string(),
    leader: z.string().nullable(),
    noAnswer: z.boolean(),
    /** Past the time by which somebody should be there. */
    late: z.boolean(),
    next: z.strictObject({ at: Instant, label: z.string() }).nullable(),
    point: z.strictObject({ longitude: z.number(), latitude: z.number() }).nullable(),
  })
  .meta({ id: 'IncidentRow' });

/** What somebody without an account reads behind her code. */
export const CodeView = z
  .strictObject({
    drill: z.boolean(),
    open: z.boolean(),
    statusLabel: z.string(),
    elderName: z.string(),
    /** Estate and building; the door once she has said that she comes. */
    where: z.string(),
    door: z.string().nullable(),
    doorNotes: z.string().nullable(),
    communityPhone: z.string(),
    leader: z.string().nullable(),
    mine: z.enum(['called', 'lead', 'joined', 'stoodDown']),
  })
  .meta({ id: 'CodeView' });
