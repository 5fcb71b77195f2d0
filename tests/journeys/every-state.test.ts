import type { Role } from '@wubian/shared/roles.ts';
import { expect, it } from 'vitest';
import type { RouteName } from '../../miniapp/src/routes.ts';
import { openJourney, type Person } from '../support/journey.ts';
import { otherRules, residentRules, type ScreenRules, screenFaults } from '../support/screen-checks.ts';
import { elderMode, foreignWords, openScreen } from '../support/screens.ts';

const journey = await openJourney();
const { url, someone, signedIn, persona } = journey;

/** The second demo street: nobody there has asked for anything yet. */
const quiet = (await journey.as().accounts.streets()).items.find(({ name }) => name.startsWith('海棠路'));
const streetId = quiet?.id ?? '';
const communityIds = quiet?.communities.map(({ id }) => id) ?? [];

async function open(she: Person, rules: ScreenRules, route: RouteName, ...shows: string[]): Promise<void> {
  await openScreen(she, url, { route });
  await she.sees(...shows);
  const faults = [...(await screenFaults(she.page, rules)), ...(await foreignWords(she.page))];
  expect(faults, `${route} showing ${shows.join()}`).toEqual([]);
}

const newcomers: [role: Role, rules: ScreenRules, pages: [route: RouteName, ...shows: string[]][]][] = [
  [
    'resident',
    residentRules,
    [
      ['residentHome', '社区还在核对您的资料。', '现在没有正在办的事。'],
      ['residentAsk', '核对好就能求助。'],
      ['residentActs', '现在没有家人替您办事。'],
      ['notices', '现在没有消息。'],
    ],
  ],
  [
    'family',
    elderMode,
    [
      ['familyHome', '还没有可以替办事的老人。', '申请授权'],
      ['familyAsk', '还没有可以替办事的老人。'],
      ['familyGrants', '还没有授权。先申请一个。'],
    ],
  ],
  [
    'volunteer',
    elderMode,
    [
      ['volunteerHome', '现在没有等人接的单。', '选好出发地，就能由近到远排。'],
      ['volunteerMine', '您手上没有单。'],
      ['volunteerLedger', '还没有入账的时长。'],
      ['volunteerStart', '现在没有出发地。'],
    ],
  ],
  [
    'gridWorker',
    otherRules,
    [
      ['workerHome', '都核实完了。'],
      ['workerGrants', '没有'],
      ['workerVolunteers', '没有'],
    ],
  ],
  [
    'streetOffice',
    otherRules,
    [
      ['officeHome', '海棠里社区', '没人在等'],
      ['officeTasks', '这里没有求助。'],
      ['officePairs', '近 30 天没有服务记录。'],
      ['officeTaskRules', '还没有改过，现在用的是默认规定。'],
      ['officeImports', '还没有导入过。上传一个表格试试。'],
      ['officeExport', '还没有导出过。'],
      ['officeRules', '默认'],
    ],
  ],
];
it.each(newcomers)('tells a new %s what is not there yet and what to do', async (role, rules, pages) => {
  const isCommunitys = role === 'gridWorker' || role === 'volunteer';
  const she = await signedIn(await someone(role, { streetId, ...(isCommunitys && { communityIds }) }));
  for (const page of pages) await open(she, rules, ...page);
});

const homes: [name: string, rules: ScreenRules, pages: RouteName[]][] = [
  ['王秀兰', residentRules, ['residentHome', 'residentActs', 'notices', 'me']],
  ['周敏', elderMode, ['familyHome', 'familyGrants']],
  ['李志强', elderMode, ['volunteerHome', 'volunteerMine', 'volunteerLedger']],
  ['刘芳', otherRules, ['workerHome', 'workerElders', 'workerGrants']],
  ['何静', otherRules, ['officeHome', 'officeTasks', 'officeRules', 'officeAudit', 'officeImports', 'officeExport']],
];
it.each(homes)('says to %s in words that something failed, and offers to try again', async (name, rules, pages) => {
  const she = await signedIn(await persona(name));
  const broken = { status: 500, contentType: 'application/json', body: '{"code":"unexpected"}' };
  await she.context.route(/\/api\/(?!me$)/, (route) => route.fulfill(broken));
  for (const route of pages) await open(she, rules, route, '出了点问题，我们已记录，请稍后再试。', '再试一次');

  await she.context.unroute(/\/api\/(?!me$)/);
  await she.at('retry').tap();
  await expect.poll(() => she.text(), { timeout: 20_000 }).not.toContain('出了点问题');
});

it.each(homes.slice(0, 1))('says to %s that the server cannot be reached', async (name, rules, pages) => {
  const she = await signedIn(await persona(name));
  await she.context.route(/\/api\/(?!me$)/, (route) => route.abort());
  for (const route of pages.slice(0, 2)) await open(she, rules, route, '连不上网络，请检查后再试。', '再试一次');
});
