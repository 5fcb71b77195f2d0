import { parseArgs } from 'node:util';
import { maskPhone } from '@wubian/shared/masks.ts';
import { Mobile, Phone, SomeWords } from '@wubian/shared/wire.ts';
import * as z from 'zod';
import { createAccounts } from '../accounts/index.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { openStore, type Store } from '../store/connect.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { newId } from '../store/ids.ts';
import { keysOf } from '../store/key-file.ts';
import { limitsStore } from '../store/limits.store.ts';
import { createStreetStore, createStreets, type Street } from '../streets/index.ts';

const usage = `建立一个街道和它的第一位管理员；街道已有时，只添加管理员：
  node server/commands/create-street.ts --name 街道名 --communities 社区名:电话,社区名:电话 \\
    --office-phone 手机号 --office-name 姓名 [--reset-second-factor]
  --reset-second-factor  管理员换了手机：重置其动态验证码并退出其所有登录
数据库和密钥的设置与程序相同（DATA_DIR、MONGODB_URI、FIELD_KEYS、INDEX_KEY）；用内置数据库时请先停止程序。`;

const operator = '运维命令';
const Name = SomeWords(30, '不能为空');
const Community = z.string().transform((text, ctx) => {
  const [name = '', phone = ''] = text.split(/[:：]/).map((part) => part.trim());
  const read = z.strictObject({ name: Name, phone: Phone }).safeParse({ name, phone });
  if (!read.success) ctx.addIssue(`“${text}”要写成 社区名:电话（手机号或带区号的座机号）`);
  return read.success ? read.data : z.NEVER;
});
const Wanted = z.strictObject({
  name: Name,
  communities: z
    .string('缺少')
    .transform((text) => text.split(/[,，]/))
    .pipe(z.array(Community)),
  'office-phone': Mobile,
  'office-name': Name,
  'reset-second-factor': z.boolean().default(false),
});
type Wanted = z.output<typeof Wanted>;

/** What was asked for on the command line, or null after saying what is wrong with it. */
function readWanted(args: string[]): Wanted | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        name: text,
        communities: text,
        'office-phone': text,
        'office-name': text,
        'reset-second-factor': { type: 'boolean' },
      },
    });
    const read = Wanted.safeParse(values, { error: ({ input }) => (input === undefined ? '缺少' : undefined) });
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) console.error(`--${String(path[0])}：${message}`);
  } catch (error) {
    console.error((error as Error).message);
  }
  console.error(`\n${usage}`);
  return null;
}

async function create(store: Store, wanted: Wanted): Promise<string[]> {
  const config = readConfig(process.env);
  const clock = systemClock;
  const cipher = createFieldCipher(keysOf(config));
  const streets = createStreets(createStreetStore(store.connection), clock);
  const limits = limitsStore({ connection: store.connection, hide: (key) => cipher.indexOf('limits', key) });
  const common = { db: store.connection, cipher, limits, streets, clock, log: createLog('error') };
  const accounts = createAccounts({ ...common, demo: false, production: config.production, wechat: null, sms: null });
  await store.ensureIndexes();

  const known = (await streets.all()).find(({ name }) => name === wanted.name);
  const areas = wanted.communities.map((community) => ({ id: newId(clock()), ...community, grids: [], estates: [] }));
  const street: Street = known ?? { id: newId(clock()), name: wanted.name, communities: areas, rules: [] };
  if (!known) await streets.save(street);

  const [phone, name] = [wanted['office-phone'], wanted['office-name']];
  const accountId = await accounts.door.ensurePerson({ accountId: newId(clock()), name, phone });
  const held = await accounts.door.roleOf(accountId, street.id, 'streetOffice');
  const role = {
    assignmentId: newId(clock()),
    accountId,
    role: 'streetOffice',
    communityIds: [],
    elderId: null,
  } as const;
  if (!held) await accounts.door.give({ ...role, communityIds: [], streetId: street.id }, operator);
  if (wanted['reset-second-factor']) await accounts.resetSecondFactor(accountId, operator, '运维重置');
  return [
    known ? `街道“${street.name}”已存在，社区没有改动。` : `已建立街道“${street.name}”，${areas.length} 个社区。`,
    held ? `${name} 已是街道管理员。` : `${name} 现在是街道管理员。`,
    ...(wanted['reset-second-factor'] ? ['动态验证码已重置，所有登录已退出。'] : []),
    `请用手机号 ${maskPhone(phone)} 登录，并按提示设置动态验证码。`,
  ];
}

const wanted = readWanted(process.argv.slice(2));
if (wanted) {
  try {
    const store = await openStore({ ...readConfig(process.env), clock: systemClock, say: console.error });
    try {
      console.log((await create(store, wanted)).join('\n'));
    } finally {
      await store.close();
    }
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
} else {
  process.exitCode = 2;
}
