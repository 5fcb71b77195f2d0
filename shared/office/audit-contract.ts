import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Cursor, Day, Id, Instant, Limit } from '../wire.ts';
import { auditGroupNames, auditOutcomeNames } from './audit-acts.ts';

/** One entry of the street's audit as the office reads it. */
export const AuditRow = z
  .strictObject({
    /** Its number in the street's chain. */
    seq: z.number().int(),
    at: Instant,
    /** Null for what the program did by its rules. */
    accountId: Id.nullable(),
    who: z.string(),
    /** The role she acted in, in words; '' without one. */
    roleLabel: z.string(),
    /** The act in words, and what its handler added. */
    act: z.string(),
    what: z.string(),
    group: z.enum(auditGroupNames),
    groupLabel: z.string(),
    elders: z.array(z.strictObject({ id: Id, name: z.string() })),
    reason: z.string().nullable(),
    outcome: z.enum(auditOutcomeNames),
    /** 已完成, 结果不明, or why it was refused. */
    outcomeWords: z.string(),
  })
  .meta({ id: 'AuditRow' });

/** The endpoints of the audit, part of the office's contract. */
export const auditEndpoints = {
  audit: endpoint({
    method: 'GET',
    path: '/office/audit',
    summary: '查看操作记录：谁在什么时候做了什么、看了谁的敏感信息',
    may: 'audit.read',
    input: z.strictObject({
      /** First and last day, both included, in the street's time zone. */
      from: Day.optional(),
      to: Day.optional(),
      accountId: Id.optional(),
      elderId: Id.optional(),
      group: z.enum(auditGroupNames).optional(),
      outcome: z.enum(auditOutcomeNames).optional(),
      limit: Limit,
      cursor: Cursor,
    }),
    output: z.strictObject({ items: z.array(AuditRow), next: z.string().nullable() }),
    refusals: [],
  }),
};
