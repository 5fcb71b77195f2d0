import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, Instant, Limit, Words } from '../wire.ts';
import { ActInput, CodeView, Incident, IncidentRow } from './incident-schema.ts';
import { Ladder } from './ladder.ts';

const OfIncident = z.strictObject({ incidentId: Id });

/** Calls for help, from the press of a button to the review. */
export const incidentEndpoints = {
  sosElders: endpoint({
    method: 'GET',
    path: '/sos/elders',
    summary: '我可以替哪些老人求助',
    may: 'sos.raise',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(z.strictObject({ id: Id, name: z.string(), where: z.string(), openIncidentId: Id.nullable() })),
    }),
    refusals: [],
  }),
  raise: endpoint({
    method: 'POST',
    path: '/sos',
    summary: '紧急求助：收到并存好才回答；同一编号只存一次，老人已有没办完的求助时并入那一次',
    may: 'sos.raise',
    input: z.strictObject({
      id: Id,
      elderId: Id,
      words: Words(200).default(''),
      /** For a call that a worker took by telephone: when it came, not when it was typed. */
      heardAt: Instant.optional(),
      /** When the button was pressed, as the phone says; kept beside the time of receipt. */
      pressedAt: Instant.optional(),
    }),
    output: z.strictObject({ incidentId: Id, receivedAt: Instant, merged: z.boolean() }),
    refusals: ['elder_not_found', 'id_taken'],
  }),
  incident: endpoint({
    method: 'GET',
    path: '/incidents/:incidentId',
    summary: '一次求助的全部情况，按身份给出；打开就记为已看到',
    may: 'sos.act',
    input: OfIncident,
    output: Incident,
    refusals: ['incident_not_found'],
  }),
  myIncidents: endpoint({
    method: 'GET',
    path: '/incidents/mine',
    summary: '和我有关的求助：没办完的，和最近一天的',
    may: 'sos.act',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(IncidentRow) }),
    refusals: [],
  }),
  desk: endpoint({
    method: 'GET',
    path: '/incidents',
    summary: '值班台：没办完的求助，急的在前；也可看以前的',
    may: 'sos.desk',
    input: z.strictObject({
      past: z.boolean().default(false),
      communityId: Id.optional(),
      before: Instant.optional(),
      limit: Limit,
    }),
    output: z.strictObject({
      items: z.array(IncidentRow),
      now: Instant,
      /** Handled ones that wait for the call of the next day. */
      toFollow: z.number().int(),
      /** When the watchdog last looked; null: never. */
      watchedAt: Instant.nullable(),
    }),
    refusals: [],
  }),
  act: endpoint({
    method: 'POST',
    path: '/incidents/:incidentId/acts',
    summary: '对一次求助做一件事：接、出发、到场、判断、核对、处理、复盘等；同一编号只算一次',
    may: 'sos.act',
    input: ActInput.extend({ incidentId: Id }),
    output: Incident,
    refusals: ['incident_not_found', 'incident_moved_on', 'incident_taken', 'proof_needed', 'not_a_drill'],
  }),
  toFollow: endpoint({
    method: 'GET',
    path: '/incidents/to-follow',
    summary: '要回访的求助，先到期的在前',
    may: 'sos.desk',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(IncidentRow) }),
    refusals: [],
  }),
  readCode: endpoint({
    method: 'GET',
    path: '/calls/:code',
    summary: '凭短信里的编号看一次求助（不用登录）',
    may: 'anyone',
    input: z.strictObject({ code: z.string().regex(/^[A-Z2-9]{8}$/, '编号不对') }),
    output: CodeView,
    refusals: ['answer_code_unknown'],
  }),
  answerCode: endpoint({
    method: 'POST',
    path: '/calls/:code',
    summary: '凭短信里的编号回答：马上去、到了、去不了',
    may: 'anyone',
    input: z.strictObject({
      code: z.string().regex(/^[A-Z2-9]{8}$/, '编号不对'),
      answer: z.enum(['coming', 'arrived', 'cannot']),
    }),
    output: CodeView,
    refusals: ['answer_code_unknown', 'incident_moved_on'],
  }),
  startDrill: endpoint({
    method: 'POST',
    path: '/drills',
    summary: '开始演练：真的通知人，处处标明演练',
    may: 'drill.run',
    input: z.strictObject({ id: Id, elderId: Id, words: Words(100).default('') }),
    output: z.strictObject({ incidentId: Id }),
    refusals: ['elder_not_found', 'id_taken', 'incident_moved_on'],
  }),
  replayIncident: endpoint({
    method: 'POST',
    path: '/incidents/:incidentId/replay',
    summary: '按另一套通知顺序重演一次求助：谁会在什么时候被通知（不发消息）',
    may: 'sos.review',
    /** Without a ladder: under its own. */
    input: z.strictObject({ incidentId: Id, ladder: Ladder.optional() }),
    output: z.strictObject({
      /** The one that it really went by. */
      ladder: Ladder,
      elderName: z.string(),
      raisedAt: Instant,
      drill: z.boolean(),
      /** Seconds after the call; who, as the people stood then. */
      was: z.array(z.strictObject({ second: z.number(), step: z.string(), people: z.array(z.string()) })),
      would: z.array(z.strictObject({ second: z.number(), step: z.string(), people: z.array(z.string()) })),
      /** What people did meanwhile; both go by it. */
      acts: z.array(z.strictObject({ second: z.number(), words: z.string() })),
      answeredAfter: z.number().nullable(),
    }),
    refusals: ['incident_not_found'],
  }),
};
