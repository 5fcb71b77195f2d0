import * as z from 'zod';
import type { MessageKind } from './notices/door.ts';
import { readTemplates, type WechatTemplate } from './wechat-templates.ts';

/** A key by its number; the envelope of every sealed value names the number. */
export interface NumberedKey {
  id: number;
  key: Buffer;
}

/** The configuration as it runs; every field is decided, nothing reads the environment after this. */
export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** A database to connect to; null starts the embedded engine on `dataDir`. */
  mongodbUri: string | null;
  production: boolean;
  /** Demo street and personas; impossible in production. */
  demo: boolean;
  /** Keys that seal personal data, newest first; null: a key file of the data folder serves. */
  fieldKeys: readonly NumberedKey[] | null;
  /** Key of the lookup indexes; null: as above. */
  indexKey: Buffer | null;
  wechat: { appid: string; secret: string; base: string } | null;
  sms: {
    accessKeyId: string;
    accessKeySecret: string;
    signName: string;
    templateCode: string;
    endpoint: string;
  } | null;
  /** Templates of subscribe messages by kind of message; empty: none. */
  wechatTemplates: Readonly<Partial<Record<MessageKind, WechatTemplate>>>;
  /** Approved text templates beside that of the sign-in code; a missing one stops that kind of text. */
  smsMessages: { alarm: string; drill: string | null; notice: string | null } | null;
  voice: {
    accessKeyId: string;
    accessKeySecret: string;
    endpoint: string;
    /** The number that rings. */
    showNumber: string;
    /** Speech by kind of call, and what is said after a 1 was pressed. */
    alarm: string;
    drill: string | null;
    accepted: string;
  } | null;
  /** The group robot of the staff room. */
  wecom: { key: string; base: string } | null;
  /** In the path of the addresses where providers push receipts; null: none are taken. */
  hookSecret: string | null;
  logLevel: string;
  trustProxy: boolean;
  privateGlibc: string | null;
}

/** The environment is wrong; the message lists every wrong variable with its remedy, in Chinese. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['配置有误，程序没有启动：', ...problems.map((problem) => `  · ${problem}`)].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const KEY_BYTES = 32;
const MAKE_KEY = '可用 openssl rand -base64 32 生成';

const bytesOf = (text: string): Buffer | null => {
  const key = /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  return key.length === KEY_BYTES ? key : null;
};

const flag = z.enum(['0', '1'], '只能是 1 或 0').transform((value) => value === '1');
const url = z.url({ protocol: /^https?$/, error: '要写成 https:// 开头的网址' });

const Key = z.string().transform((text, ctx) => {
  const key = bytesOf(text);
  if (!key) ctx.addIssue(`要是 32 字节的 base64（${MAKE_KEY}）`);
  return key ?? z.NEVER;
});

const Keys = z.string().transform((text, ctx) => {
  const keys = text.split(',').map((part): NumberedKey | null => {
    const [, id, encoded] = /^\s*(\d{1,5}):(\S+)\s*$/.exec(part) ?? [];
    const key = bytesOf(encoded ?? '');
    return key && Number(id) >= 1 && Number(id) <= 65_535 ? { id: Number(id), key } : null;
  });
  const good = keys.filter((key) => key !== null);
  const isUnique = new Set(good.map(({ id }) => id)).size === keys.length;
  if (good.length === keys.length && isUnique) return good.sort((a, b) => b.id - a.id);
  ctx.addIssue(
    `要写成“编号:密钥”，多个用逗号分开，编号 1–65535 且不重复，如 1:…（密钥是 32 字节的 base64，${MAKE_KEY}）`,
  );
  return z.NEVER;
});

const Env = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, '要是 0–65535 的数字，例如 8700')
    .transform(Number)
    .refine((port) => port <= 65_535, '要是 0–65535 的数字，例如 8700')
    .default(8700),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/.+/, '要以 mongodb:// 或 mongodb+srv:// 开头；不填则用内置数据库')
    .optional(),
  NODE_ENV: z.enum(['development', 'test', 'production'], '只能是 development、test 或 production').optional(),
  DEMO: flag.optional(),
  FIELD_KEYS: Keys.optional(),
  INDEX_KEY: Key.optional(),
  WECHAT_APPID: z.string().optional(),
  WECHAT_SECRET: z.string().optional(),
  WECHAT_BASE: url.default('https://api.weixin.qq.com'),
  SMS_ACCESS_KEY_ID: z.string().optional(),
  SMS_ACCESS_KEY_SECRET: z.string().optional(),
  SMS_SIGN_NAME: z.string().optional(),
  SMS_TEMPLATE_CODE: z.string().optional(),
  SMS_ENDPOINT: z.string().default('dysmsapi.aliyuncs.com'),
  WECHAT_TEMPLATES: z
    .string()
    .transform((text, ctx) => {
      const read = readTemplates(text);
      if (typeof read !== 'string') return read;
      ctx.addIssue(read);
      return z.NEVER;
    })
    .optional(),
  SMS_ALARM_TEMPLATE: z.string().optional(),
  SMS_DRILL_TEMPLATE: z.string().optional(),
  SMS_NOTICE_TEMPLATE: z.string().optional(),
  VOICE_SHOW_NUMBER: z.string().optional(),
  VOICE_ALARM_CODE: z.string().optional(),
  VOICE_DRILL_CODE: z.string().optional(),
  VOICE_ACCEPTED_CODE: z.string().optional(),
  VOICE_ENDPOINT: z.string().default('dyvmsapi.aliyuncs.com'),
  WECOM_ROBOT_KEY: z.string().optional(),
  WECOM_BASE: url.default('https://qyapi.weixin.qq.com'),
  HOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,64}$/, '要是 16–64 位字母或数字，可用 openssl rand -hex 16 生成')
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], '只能是 error、warn、info、debug 或 silent')
    .default('info'),
  TRUST_PROXY: flag.default(false),
  PRIVATE_GLIBC: z.string().optional(),
});
type Env = z.output<typeof Env>;

/** Variables that make sense only together: all of them or none. */
const together = [
  ['WECHAT_APPID', 'WECHAT_SECRET'],
  ['SMS_ACCESS_KEY_ID', 'SMS_ACCESS_KEY_SECRET', 'SMS_SIGN_NAME', 'SMS_TEMPLATE_CODE'],
  ['VOICE_SHOW_NUMBER', 'VOICE_ALARM_CODE', 'VOICE_ACCEPTED_CODE'],
] as const satisfies readonly (readonly (keyof Env)[])[];

/** Variables that make sense only beside another one. */
const needs = [
  ['WECHAT_TEMPLATES', 'WECHAT_APPID'],
  ['SMS_ALARM_TEMPLATE', 'SMS_ACCESS_KEY_ID'],
  ['SMS_DRILL_TEMPLATE', 'SMS_ALARM_TEMPLATE'],
  ['SMS_NOTICE_TEMPLATE', 'SMS_ALARM_TEMPLATE'],
  ['VOICE_SHOW_NUMBER', 'SMS_ACCESS_KEY_ID'],
] as const satisfies readonly (readonly (keyof Env)[])[];

/** What is wrong between variables that are each right alone; `given` holds the names that are set. */
function problemsBetween(given: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const production = given.NODE_ENV === 'production';
  if (production && given.DEMO === '1') problems.push('DEMO：正式环境（NODE_ENV=production）不能开演示，请去掉 DEMO=1');
  if (production && !given.FIELD_KEYS) problems.push(`FIELD_KEYS：正式环境必须设置，如 1:密钥（${MAKE_KEY}）`);
  if (production && !given.INDEX_KEY) problems.push(`INDEX_KEY：正式环境必须设置（${MAKE_KEY}）`);
  for (const group of together) {
    const missing = group.filter((name) => !given[name]);
    if (missing.length > 0 && missing.length < group.length) {
      problems.push(
        `${missing.join('、')}：与 ${group.filter((name) => given[name]).join('、')} 要一起设置，或都不设置`,
      );
    }
  }
  for (const [name, needed] of needs) {
    if (given[name] && !given[needed]) problems.push(`${name}：要先设置 ${needed}`);
  }
  return problems;
}

function toConfig(env: Env): Config {
  const production = env.NODE_ENV === 'production';
  const demo = env.DEMO ?? !production;
  return {
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    dataDir: env.DATA_DIR,
    mongodbUri: env.MONGODB_URI ?? null,
    production,
    demo,
    fieldKeys: env.FIELD_KEYS ?? null,
    indexKey: env.INDEX_KEY ?? null,
    wechat: env.WECHAT_APPID ? { appid: env.WECHAT_APPID, secret: env.WECHAT_SECRET!, base: env.WECHAT_BASE } : null,
    sms: env.SMS_ACCESS_KEY_ID
      ? {
          accessKeyId: env.SMS_ACCESS_KEY_ID,
          accessKeySecret: env.SMS_ACCESS_KEY_SECRET!,
          signName: env.SMS_SIGN_NAME!,
          templateCode: env.SMS_TEMPLATE_CODE!,
          endpoint: env.SMS_ENDPOINT,
        }
      : null,
    wechatTemplates: env.WECHAT_TEMPLATES ?? {},
    smsMessages: env.SMS_ALARM_TEMPLATE
      ? {
          alarm: env.SMS_ALARM_TEMPLATE,
          drill: env.SMS_DRILL_TEMPLATE ?? null,
          notice: env.SMS_NOTICE_TEMPLATE ?? null,
        }
      : null,
    voice: env.VOICE_SHOW_NUMBER
      ? {
          accessKeyId: env.SMS_ACCESS_KEY_ID!,
          accessKeySecret: env.SMS_ACCESS_KEY_SECRET!,
          endpoint: env.VOICE_ENDPOINT,
          showNumber: env.VOICE_SHOW_NUMBER,
          alarm: env.VOICE_ALARM_CODE!,
          drill: env.VOICE_DRILL_CODE ?? null,
          accepted: env.VOICE_ACCEPTED_CODE!,
        }
      : null,
    wecom: env.WECOM_ROBOT_KEY ? { key: env.WECOM_ROBOT_KEY, base: env.WECOM_BASE } : null,
    hookSecret: env.HOOK_SECRET ?? null,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    privateGlibc: env.PRIVATE_GLIBC ?? null,
  };
}

/** Reads the environment once; an empty variable counts as unset. Throws `ConfigError` with every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const names = Object.keys(Env.shape);
  const given = Object.fromEntries(
    names
      .map((name) => [name, env[name]?.trim()] as const)
      .filter((pair): pair is [string, string] => Boolean(pair[1])),
  );
  const read = Env.safeParse(given);
  const alone = read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`);
  const problems = [...alone, ...problemsBetween(given)];
  if (!read.success || problems.length) throw new ConfigError(problems);
  return toConfig(read.data);
}
