import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createAccountStore } from '../../../server/accounts/account.store.ts';
import { systemClock } from '../../../server/clock.ts';
import { readConfig } from '../../../server/config.ts';
import { openStore } from '../../../server/store/connect.ts';
import { createFieldCipher } from '../../../server/store/field-cipher.ts';
import { keysOf } from '../../../server/store/key-file.ts';
import { testFolder } from '../../support/engine.ts';

const dataDir = testFolder();
const script = path.resolve(import.meta.dirname, '../../../server/commands/create-street.ts');

/** Runs the command as an operator would, on a data folder of its own. */
function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, NODE_ENV: '', MONGODB_URI: '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
const whole = (phone: string, ...more: string[]) => [
  ...['--name', '东风街道', '--communities', '红旗社区:022-12345678, 友爱社区：13800000001'],
  ...['--office-phone', phone, '--office-name', '周敏', ...more],
];

/** What the database holds after the command has ended. */
async function stored() {
  const config = readConfig({ DATA_DIR: dataDir });
  const store = await openStore({ dataDir, clock: systemClock });
  try {
    const all = (name: string) => store.connection.collection(name).find().toArray();
    const accounts = createAccountStore(store.connection, createFieldCipher(keysOf(config)));
    const office = await accounts.byPhone('13900000001');
    return {
      streets: await all('streets'),
      roles: await all('roleAssignments'),
      accounts: await all('accounts'),
      office,
    };
  } finally {
    await store.close();
  }
}

it('makes a street with its communities and the first person who can give roles', async () => {
  const { code, out, err } = await run(...whole('139 0000 0001'));
  expect({ code, err: code ? err : '' }).toEqual({ code: 0, err: '' });
  expect(out).toContain('已建立街道“东风街道”，2 个社区');
  expect(out).toContain('139****0001');
  const { streets, roles, accounts, office } = await stored();
  expect(streets).toMatchObject([
    {
      name: '东风街道',
      communities: [
        { name: '红旗社区', phone: '02212345678' },
        { name: '友爱社区', phone: '13800000001' },
      ],
    },
  ]);
  expect(office?.name).toBe('周敏');
  expect(roles).toMatchObject([
    { role: 'streetOffice', state: 'active', streetId: streets[0]!._id, accountId: office!.id, communityIds: [] },
  ]);
  expect(JSON.stringify(accounts)).not.toContain('13900000001');
});

it('adds a second person to a street that exists, and changes nothing the second time', async () => {
  expect((await run(...whole('13900000002'))).out).toContain('已存在');
  const again = await run(...whole('13900000001', '--reset-second-factor'));
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('已是街道管理员') });
  expect(again.out).toContain('动态验证码已重置');
  const { streets, roles, accounts } = await stored();
  expect([streets.length, roles.length, accounts.length]).toEqual([1, 2, 2]);
  expect(accounts.flatMap(({ history }) => history)).toMatchObject([{ what: 'secondFactorReset', by: '运维命令' }]);
});

it.each([
  ['a missing name', whole('13900000003').slice(2), '--name：缺少'],
  ['a wrong phone', whole('12345'), '--office-phone：请填 11 位手机号'],
  [
    'a community without a phone',
    ['--communities', '红旗社区', ...whole('13900000003').slice(4)],
    '要写成 社区名:电话',
  ],
  ['an unknown option', [...whole('13900000003'), '--force'], '--force'],
])('refuses %s in words, before touching the database', async (_, args, words) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain(words);
  expect(err).toContain('node server/commands/create-street.ts');
});
