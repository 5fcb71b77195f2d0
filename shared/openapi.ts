import * as z from 'zod';
import type { Api, Endpoint } from './endpoint.ts';
import { commonRefusals, type RefusalCode, refusals } from './refusals.ts';
import { type Permission, type Role, roleMay, roleNames, roles } from './roles.ts';

type Json = Record<string, unknown>;

/** Components collect here while schemas are walked: a schema with `.meta({ id })` becomes a $ref. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $defs,
    $schema: _dialect,
    id,
    ...body
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & {
    $defs?: Record<string, Json>;
    id?: string;
  };
  const toRef = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, { id: _id, $schema: _s, ...def }] of Object.entries($defs ?? {})) components[name] = toRef(def);
  if (!id) return toRef(body) as Json;
  components[id] = toRef(body);
  return { $ref: `#/components/schemas/${id}` };
}

const rolesThatMay = (permission: Permission): string =>
  roleNames
    .filter((role: Role) => roleMay(role, permission))
    .map((role) => roles[role].label)
    .join('、');

function whoMay({ may }: Endpoint): string {
  if (may === 'anyone') return '任何人（不用登录）';
  if (may === 'signedIn') return '任何已登录的人';
  return `${rolesThatMay(may)}（${may}）`;
}

/** One response per status, listing the codes that it can carry. */
function refusalResponses(codes: readonly RefusalCode[]): Json {
  const byStatus = Map.groupBy(codes, (code) => refusals[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      String(status),
      {
        description: list.map((code) => `\`${code}\` ${refusals[code].words}`).join('\n\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    ]),
  );
}

function operation(room: string, name: string, e: Endpoint, components: Json): Json {
  const input = jsonSchema(e.input, 'input', components) as {
    $ref?: string;
    properties?: Record<string, Json>;
    required?: string[];
  };
  const whole = input.$ref ? (components[input.$ref.split('/').at(-1) as string] as typeof input) : input;
  const { properties = {}, required = [] } = whole;
  const inPath = [...e.path.matchAll(/:(\w+)/g)].map(([, field]) => field as string);
  const rest = Object.keys(properties).filter((field) => !inPath.includes(field));
  const parameters = [
    ...inPath.map((field) => ({
      name: field,
      in: 'path',
      required: true,
      schema: properties[field] ?? { type: 'string' },
    })),
    ...(e.method === 'GET'
      ? rest.map((field) => ({
          name: field,
          in: 'query',
          required: required.includes(field),
          schema: properties[field],
        }))
      : []),
  ];
  const body =
    e.method !== 'GET' && rest.length > 0
      ? {
          type: 'object',
          properties: Object.fromEntries(rest.map((field) => [field, properties[field]])),
          required: required.filter((field) => rest.includes(field)),
          additionalProperties: false,
        }
      : undefined;
  return {
    operationId: `${room}.${name}`,
    tags: [room],
    summary: e.summary,
    description: `谁可以用：${whoMay(e)}`,
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    security: e.may === 'anyone' ? [] : [{ bearer: [] }],
    responses: {
      '200': {
        description: '成功',
        content: { 'application/json': { schema: jsonSchema(e.output, 'output', components) } },
      },
      ...refusalResponses([...new Set<RefusalCode>([...e.refusals, ...commonRefusals])]),
    },
  };
}

/** The OpenAPI 3.1 document of the whole contract: tag = room, operationId = room.endpoint. Never imported by the mini-program. */
export function openApiDocument(api: Api, version = '0.1.0'): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const [room, endpoints] of Object.entries(api)) {
    for (const [name, e] of Object.entries(endpoints)) {
      const path = e.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [e.method.toLowerCase()]: operation(room, name, e, components) };
    }
  }
  components.Refusal = {
    type: 'object',
    required: ['code', 'words'],
    properties: {
      code: { type: 'string', enum: Object.keys(refusals) },
      words: { type: 'string', description: '给用户看的话' },
      fields: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'words'],
          properties: { field: { type: 'string' }, words: { type: 'string' } },
        },
      },
      data: { type: 'object', additionalProperties: true },
      requestId: { type: 'string' },
    },
  };
  return {
    openapi: '3.1.0',
    info: { title: '五边 Wubian API', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/api' }],
    tags: Object.keys(api).map((name) => ({ name })),
    paths,
    components: { schemas: components, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}
