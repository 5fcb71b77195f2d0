import { expect, it } from 'vitest';
import { totpCode } from '../../server/accounts/totp.ts';
import { newId } from '../../server/store/ids.ts';
import { inSight, minute, openJourney, type Person } from '../support/journey.ts';
import { otherRules } from '../support/screen-checks.ts';
import { faultsOf, foreignWords } from '../support/screens.ts';

const journey = await openJourney();
const { accounts, clock, newcomer, person, persona, forward } = journey;

/** Someone with a phone number and roles on the demo street. */
async function enrolled(
  name: string,
  phone: string,
  ...held: ('gridWorker' | 'volunteer' | 'family')[]
): Promise<void> {
  const active = (await (await persona('刘芳')).client.accounts.me()).active;
  const place = { streetId: active?.streetId ?? '', communityIds: active?.communities.map(({ id }) => id) ?? [] };
  const accountId = await accounts.door.ensurePerson({ accountId: newId(clock()), name, phone });
  for (const role of held) {
    await accounts.door.give({ assignmentId: newId(clock()), accountId, role, elderId: null, ...place }, '测试');
  }
}

const codeShown = async (she: Person): Promise<string> =>
  (await inSight(she.page.locator('.w-card .w-code:visible'))).trim();

/** Signs in with phone and code; a number gets one code a minute. */
async function signIn(she: Person, phone: string): Promise<void> {
  await she.tap('sign-in');
  await she.type('phone', phone);
  await she.tap('send-code');
  await she.sees('演示环境不发短信，验证码是：');
  await she.type('code', await codeShown(she));
  await she.tap('enter');
}

it('lets a new person in with phone and code, and says what is wrong beside the field', async () => {
  const she = await newcomer();
  await she.tap('sign-in');
  await she.type('phone', '1390000');
  await she.tap('send-code');
  await she.sees('请填 11 位手机号。');
  await she.type('phone', '139 0000 8801');
  await she.tap('send-code');
  await she.sees('验证码已发到 13900008801', '10 分钟内有效，只能用一次。');
  const right = await codeShown(she);
  await she.type('code', right === '000000' ? '000001' : '000000');
  await she.tap('enter');
  await she.sees('验证码不对，请核对后再输。');
  await she.type('code', right);
  await she.tap('enter');
  await she.sees('我是谁', '老人本人', '家属', '志愿者');
});

it('asks staff for a second factor: set up once, then only the six digits', async () => {
  await enrolled('网格员甲', '13900008802', 'gridWorker');
  const worker = await newcomer();
  await signIn(worker, '13900008802');
  await worker.sees('工作人员能看老人资料，要多一道验证。');
  await worker.tap('begin-factor');
  expect(await faultsOf(worker.page, otherRules)).toEqual([]);
  const secret = (await inSight(worker.at('factor-key'))).replace(/\s/g, '');
  await worker.type('code', totpCode(secret, clock()));
  await worker.tap('pass');
  await worker.sees('社区工作台', '水西里社区');

  await worker.tap('to-me');
  await worker.tap('sign-out');
  await worker.tap('dialog-0');
  await worker.has('sign-in');
  await forward(2 * minute);
  await signIn(worker, '13900008802');
  await worker.sees('打开验证器，输入“五边”的六位数字。');
  await worker.seesNot('密钥');
  const right = totpCode(secret, clock());
  await worker.type('code', right === '123456' ? '654321' : '123456');
  await worker.tap('pass');
  await worker.sees('动态验证码不对，请看验证器里最新的六位数字。');
  await worker.type('code', right);
  await worker.tap('pass');
  await worker.sees('社区工作台');
});

it('lets one person change between her roles', async () => {
  await enrolled('丙', '13900008803', 'family', 'volunteer');
  const she = await newcomer();
  await signIn(she, '13900008803');
  await she.tap('me');
  await she.sees('换身份');
  await she.tap('role-volunteer');
  await she.sees('可以接的单');
  await she.tap('to-me');
  await she.tap('role-family');
  await she.sees('我照顾的老人');
});

it('ends the session on another device, which is told so', async () => {
  const [here, there] = [await person('daughter'), await person('daughter')];
  await here.tap('me');
  await here.sees('登录过的设备', '电脑浏览器（谷歌）');
  expect(await foreignWords(here.page)).toEqual([]);
  const other = here.page.locator('button[id^="session-"]:visible').first();
  await other.tap();
  await here.sees('退出这台设备？');
  await here.tap('dialog-0');
  await here.sees('已退出那台设备');
  await there.tap('me');
  await there.has('sign-in');
  await there.sees('请重新登录');
});

it('brings an expired session back to the door, and after signing in to her own place', async () => {
  const worker = await person('worker');
  // All that the page asks for has come: what fails afterwards fails because of the tap.
  await worker.sees('社区工作台', '1 条待确认', '助浴 · 王秀兰');
  await forward(16 * minute);
  // The desk on her page asks by itself what is open: nobody has to tap for the door to come.
  await worker.sees('登录已过期，请重新登录。');
  await worker.tap('sign-in');
  await worker.tap('persona-worker');
  await worker.sees('社区工作台', '水西里社区');
});

it('clears the phone and ends the session when she signs out', async () => {
  const mother = await person('mother');
  await mother.tap('me');
  await mother.tap('choice-large');
  const kept = () => mother.page.evaluate(() => Object.keys(localStorage).sort());
  const token = await mother.page.evaluate(
    () => JSON.parse(JSON.parse(localStorage.getItem('wubian/session') ?? '{}').data).token as string,
  );
  expect(await kept()).toContain('wubian/session');
  await mother.tap('sign-out');
  await mother.sees('这台手机上的资料会清掉。');
  await mother.tap('dialog-0');
  await mother.has('sign-in');
  expect((await kept()).filter((key) => key.startsWith('wubian/') && !key.includes('streets'))).toEqual([
    'wubian/text-size',
  ]);
  await expect(journey.as(token).accounts.me()).rejects.toMatchObject({ code: 'session_expired' });
});
