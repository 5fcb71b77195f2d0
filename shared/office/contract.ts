import * as z from 'zod';
import { KindName, TaskRow } from '../companion/schema.ts';
import { endpoint } from '../endpoint.ts';
import { Cursor, Id, Instant, Limit } from '../wire.ts';
import { auditEndpoints } from './audit-contract.ts';
import { parameterEndpoints } from './parameters-contract.ts';

/** What waits in one community, and for how long; counted from the tasks themselves. Hours are floored. */
export const CommunityBoard = z
  .strictObject({
    communityId: Id,
    name: z.string(),
    elders: z.number().int(),
    asked: z.number().int(),
    open: z.number().int(),
    claimed: z.number().int(),
    inService: z.number().int(),
    done: z.number().int(),
    objected: z.number().int(),
    /** How long the longest-waiting request (asked or open) has waited. */
    longestWaitHours: z.number().int().nullable(),
    confirmed30d: z.number().int(),
    expired30d: z.number().int(),
    minutes30d: z.number().int(),
    volunteers: z.number().int(),
  })
  .meta({ id: 'CommunityBoard' });

/** Deadlines and opening rules of the street; each change is kept with its day, its author and its reason. */
export const StreetRules = z
  .strictObject({
    autoOpenKinds: z.array(KindName),
    closedKinds: z.array(KindName),
    confirmAfterHours: z.number().int().min(24).max(168),
  })
  .meta({ id: 'StreetRules' });

export const office = {
  ...auditEndpoints,
  board: endpoint({
    method: 'GET',
    path: '/office/board',
    summary: '全街道一张图：每个社区有多少求助在等、等了多久',
    may: 'office.board',
    input: z.strictObject({}),
    output: z.strictObject({ at: Instant, communities: z.array(CommunityBoard) }),
    refusals: [],
  }),
  pairs: endpoint({
    method: 'GET',
    path: '/office/pairs',
    summary: '谁在服务谁：近 30 天的服务关系',
    may: 'office.parameters',
    input: z.strictObject({ communityId: Id.optional(), limit: Limit, cursor: Cursor }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          volunteerId: Id,
          volunteerName: z.string(),
          elderId: Id,
          elderName: z.string(),
          communityName: z.string(),
          times: z.number().int(),
          minutes: z.number().int(),
          lastAt: Instant,
        }),
      ),
      next: z.string().nullable(),
    }),
    refusals: [],
  }),
  tasks: endpoint({
    method: 'GET',
    path: '/office/tasks',
    summary: '全街道的求助，按社区和状态查看；每条可看完整经过',
    may: 'office.parameters',
    input: z.strictObject({
      communityId: Id.optional(),
      pile: z.enum(['waiting', 'running', 'toConfirm', 'objected', 'finished', 'dropped']).default('waiting'),
      limit: Limit,
      cursor: Cursor,
    }),
    output: z.strictObject({ items: z.array(TaskRow), next: z.string().nullable() }),
    refusals: [],
  }),
  rules: endpoint({
    method: 'GET',
    path: '/office/rules',
    summary: '街道规定：哪些服务自动发布、多久自动确认',
    may: 'office.parameters',
    input: z.strictObject({}),
    output: z.strictObject({
      rules: StreetRules,
      history: z.array(z.strictObject({ at: Instant, by: z.string(), reason: z.string(), rules: StreetRules })),
    }),
    refusals: [],
  }),
  setRules: endpoint({
    method: 'PUT',
    path: '/office/rules',
    summary: '修改街道规定，立即生效，写明原因',
    may: 'office.parameters',
    input: z.strictObject({ rules: StreetRules, reason: z.string().trim().min(1, '请写明原因').max(200) }),
    output: StreetRules,
    refusals: [],
  }),
  ...parameterEndpoints,
};
