import { type FieldGroup, fieldGroups } from '@wubian/shared/registry/fields.ts';
import { describe, expect, it } from 'vitest';
import { type RouteName, routes } from '../../miniapp/src/routes.ts';
import { aRandomId } from '../factories/elder-facts.ts';
import { anIdNumber } from '../factories/id-numbers.ts';
import { aSheet } from '../factories/sheets.ts';
import { beginImport } from '../support/begin-import.ts';
import { openJourney, type Person, type PersonaKey } from '../support/journey.ts';
import { otherRules, residentRules } from '../support/screen-checks.ts';
import { elderMode, faultsOf, openScreen, type Screen } from '../support/screens.ts';

const journey = await openJourney();
const { persona, newcomer, url } = journey;

const mother = (await persona('王秀兰')).client;
const volunteer = (await persona('李志强')).client;
const worker = (await persona('刘芳')).client;
const visits = (await mother.companion.mine({ state: 'current', limit: 50 })).items;
const idOf = (status: string): string => visits.find((one) => one.status === status)?.id ?? '';
const elderId = (await mother.accounts.me()).active?.elderId ?? '';
const [waiting] = (await worker.companion.queue({ pile: 'asked', limit: 1 })).items;
const [toTake] = (await volunteer.companion.openTasks({ limit: 1 })).items;
const worried = (await worker.companion.queue({ pile: 'concern', limit: 1 })).items[0];
const quarrel = (await worker.companion.queue({ pile: 'objected', limit: 1 })).items[0];
const toTwin = (await worker.registry.listElders({ limit: 10 })).items.find(({ name }) => name !== '王秀兰');
const volunteerId = (await volunteer.accounts.me()).accountId;
const workerId = (await worker.accounts.me()).accountId;
await journey.drain();
const [twins] = (await (await persona('何静')).client.registry.listTwins({ limit: 1 })).items;

const office = (await persona('何静')).client;
const titles = ['姓名', '身份证号', '档案号', '社区', '小区', '楼', '手机号', '谁登记的'];
const faulty = [
  ['宋玉珍', anIdNumber('1947-05-06', 'female', 33), '', '水西里', '水韵园', '9', '', ''],
  ['王秀兰', '', '202600001', '', '', '', '13800001099', ''],
  ['张玉兰', anIdNumber('1941-02-03', 'female', 34), '', '水西里', '水韵圆', '9', '1380000', ''],
  [toTwin?.name ?? '', '', '', '', '', '', '13800007777', ''],
];
const imports = Promise.all(
  [faulty, faulty, faulty.slice(0, 1)].map((rows) =>
    beginImport(office, { name: '民政月报.xlsx', bytes: aSheet([titles, ...rows]), source: '民政局月报' }),
  ),
);
const [mapped, checked, applied] = (await imports) as [string, string, string];
const work = async () => {
  for (const worker of journey.exchange.workers) await worker.drain();
};
for (const batchId of [checked, applied]) await office.exchange.checkBatch({ batchId });
await work();
await office.exchange.applyBatch({ batchId: applied });
await office.exchange.startExport({ id: aRandomId() });
await work();

// Two calls for help at other doors: one that nobody answers, one that is over.
const [silent, helped] = (await worker.registry.listElders({ limit: 10 })).items.filter(({ id }) => id !== elderId);
const callFor = async (id: string) => (await worker.response.raise({ id: aRandomId(), elderId: id })).incidentId;
const [silentCall, helpedCall] = [await callFor(silent?.id ?? ''), await callFor(helped?.id ?? '')];
const act = (incidentId: string, said: Omit<Parameters<typeof worker.response.act>[0], 'id' | 'incidentId'>) =>
  worker.response.act({ incidentId, id: aRandomId(), ...said });
for (const incidentId of [silentCall, helpedCall]) await act(incidentId, { move: 'acknowledge' });
await act(silentCall, { move: 'noAnswer' });
await act(helpedCall, { move: 'handle', proof: 'spoke', proofBy: '刘芳', outcome: 'helped' });
const { rollCallId } = await office.response.startRollCall({
  ...{ id: aRandomId(), reason: 'heat', minutes: 30, perPerson: 15, choice: { risks: ['red'] } },
});
await journey.drain();

const tap =
  (...ids: string[]) =>
  async (she: Person) => {
    for (const id of ids) await she.tap(id);
  };
const common: Screen[] = [
  { route: 'me' },
  { route: 'join' },
  { route: 'notices' },
  { route: 'help', shows: '120 急救' },
];

/** Every page that each role opens, with the states that only a tap brings. */
const screens: Record<PersonaKey | 'nobody', Screen[]> = {
  nobody: [
    { route: 'home' },
    { route: 'signIn' },
    { route: 'help', shows: '119 火警' },
    { route: 'sos', shows: '登录后可以一键求助' },
    { route: 'answer', params: { code: 'AAAAAAAA' }, shows: '这个链接打不开' },
  ],
  mother: [
    ...common,
    { route: 'sos', shows: '按住两秒' },
    { route: 'sos', after: tap('tap-instead'), shows: '现在求助？' },
    { route: 'residentHome', shows: '正在办的事' },
    { route: 'residentHome', after: tap('show-past') },
    { route: 'residentHome', after: tap(`confirm-${idOf('done')}`), shows: '服务已经做好了？' },
    { route: 'residentAsk' },
    { route: 'residentAsk', after: tap('kind-helpDoctor', 'more-details') },
    { route: 'residentAsk', after: tap('other-time') },
    { route: 'residentActs', shows: '替我办过的事' },
    { route: 'duty', shows: '现在当班' },
    { route: 'duty', after: tap('rate-more'), shows: '想说的话' },
    { route: 'residentPrivacy', shows: '每次有人看电话' },
    { route: 'residentPrivacy', after: tap('part-consents'), shows: '紧急时进门' },
    { route: 'task', params: { id: idOf('claimed') }, shows: '联系电话' },
    { route: 'task', params: { id: idOf('done') } },
    { route: 'task', params: { id: idOf('claimed') }, after: tap('cancel'), shows: '取消这次求助？' },
  ],
  daughter: [
    ...common,
    { route: 'sos', shows: '为王秀兰求助' },
    { route: 'familyHome', shows: '王秀兰' },
    { route: 'familyAsk' },
    { route: 'familyAsk', after: tap('send-ask'), shows: '请选什么时候来。' },
    { route: 'duty', shows: '现在当班' },
    { route: 'familyGrants', shows: '替王秀兰办事' },
    { route: 'familyGrants', after: tap('new-grant') },
    { route: 'familyPrivacy', params: { elderId }, shows: '王秀兰的信息' },
    { route: 'task', params: { id: idOf('done') } },
    { route: 'task', params: { id: idOf('done') }, after: tap('object'), shows: '哪里不对？' },
  ],
  volunteer: [
    ...common,
    { route: 'volunteerHome', shows: '等人接的单' },
    { route: 'volunteerHome', after: tap(`claim-${toTake?.id}`), shows: '接下这一单？' },
    { route: 'volunteerMine', shows: '要去的' },
    { route: 'volunteerMine', after: tap('state-past') },
    { route: 'volunteerReport', params: { id: idOf('claimed') }, shows: '到了门口再点' },
    { route: 'volunteerLedger', shows: '累计服务' },
    { route: 'volunteerStart' },
    { route: 'task', params: { id: toTake?.id ?? '' }, shows: '接单后可见详细地址' },
    { route: 'task', params: { id: idOf('claimed') }, shows: '3号楼' },
  ],
  trainedVolunteer: [
    { route: 'volunteerRollCall', shows: '看到了，平安' },
    { route: 'volunteerHome', shows: '我结对的老人' },
  ],
  worker: [
    ...common,
    { route: 'workerHome', shows: '社区工作台' },
    { route: 'workerHome', after: tap('pile-asked', `queue-${waiting?.id}`), shows: '核实发布' },
    { route: 'workerHome', after: tap('pile-concern', `queue-${worried?.id}`), shows: '反映的情况' },
    { route: 'workerDesk', shows: '老人没回应' },
    { route: 'workerDesk', after: tap('desk-follow'), shows: '记回访' },
    { route: 'workerDesk', after: tap('desk-past'), shows: '已处理' },
    { route: 'workerIncident', params: { id: silentCall }, shows: '第 1 步，共 5 步' },
    { route: 'workerIncident', params: { id: silentCall }, after: tap('show-deliveries'), shows: '已送达' },
    { route: 'workerIncident', params: { id: silentCall }, after: tap('handOver'), shows: '拨打 120 急救' },
    { route: 'workerIncident', params: { id: helpedCall }, shows: '转到津治通、12345' },
    { route: 'incident', params: { id: silentCall }, shows: '谁在处理' },
    { route: 'incident', params: { id: silentCall }, after: tap('act-handOver'), shows: '打给了哪里？' },
    { route: 'incident', params: { id: helpedCall }, shows: '和老人通了话' },
    { route: 'workerRaise', shows: '先找到老人' },
    { route: 'workerRaise', params: { elderId }, after: tap('heard-other'), shows: '几分' },
    { route: 'workerAsk' },
    { route: 'workerAsk', params: { elderId }, shows: '王秀兰' },
    { route: 'workerAssign', params: { id: waiting?.id ?? '' } },
    { route: 'workerElders', shows: '王秀兰' },
    { route: 'workerElder', params: { id: elderId }, shows: '王秀兰' },
    { route: 'workerElderEdit' },
    { route: 'workerElder', params: { id: elderId }, after: tap('reveal'), shows: '为什么看' },
    { route: 'workerElderHistory', params: { id: elderId }, shows: '新建档案' },
    { route: 'workerElderLife', params: { id: elderId }, after: tap('life-move-toHospital'), shows: '预计哪天回家' },
    ...(Object.keys(fieldGroups) as FieldGroup[]).map((group) => ({
      route: 'workerElderEdit' as const,
      params: { id: elderId, group },
      shows: '为什么修改',
    })),
    { route: 'workerGrants' },
    { route: 'workerConsents', params: { id: elderId }, shows: '上门探访' },
    { route: 'workerConsents', params: { id: elderId }, after: tap('record-visit'), shows: '请念给老人听' },
    { route: 'workerGlass', shows: '出了什么事' },
    { route: 'workerVolunteers', shows: '李志强' },
    { route: 'workerVolunteer', params: { id: volunteerId }, shows: '李志强' },
    { route: 'task', params: { id: waiting?.id ?? '' } },
    { route: 'task', params: { id: quarrel?.id ?? '' }, after: tap('settle'), shows: '核定服务时长' },
    { route: 'workerRollCall' },
    { route: 'workerDuty', shows: '接下来的班' },
    { route: 'workerDuty', after: tap('ask-leave'), shows: '为什么请假' },
    { route: 'workerDue', shows: '还没有国标评估结果' },
    { route: 'workerAssessments', params: { elderId }, shows: '王秀兰的能力评估' },
    { route: 'workerAssessments', params: { elderId }, after: tap('add-event'), shows: '发生了什么' },
    { route: 'workerAssessments', params: { elderId }, after: tap('add-old', 'standard-old'), shows: '重度失能' },
    { route: 'workerAssess', params: { elderId }, shows: '已评 0/26 项' },
    { route: 'workerAssess', params: { elderId }, after: tap('B1-1-3', 'save-sheet'), shows: '“修饰”还没有评分' },
  ],
  head: [
    { route: 'workerHome', shows: '社区工作台' },
    { route: 'officeRoster', shows: '今后两周没有空档' },
    { route: 'officeRoster', after: tap('new-change'), shows: '换下谁' },
    { route: 'officeRoster', after: tap('part-leaves'), shows: '没有等批的请假' },
    { route: 'officeRosterPlan', shows: '按顺序轮到谁' },
  ],
  office: [
    { route: 'officeHome', shows: '各社区情况' },
    { route: 'officeTasks', shows: '王秀兰' },
    { route: 'officeRollCalls', shows: '开始一次点名' },
    { route: 'officeRollCall', params: { id: rollCallId }, shows: '正在点名' },
    { route: 'officeRollCall', params: { id: rollCallId }, after: tap('report'), shows: '高温点名总结' },
    { route: 'officeRoster', shows: '街道值班领导' },
    { route: 'officeRoster', after: tap('part-figures'), shows: '刘芳' },
    { route: 'officeRoster', after: tap('part-trainings'), shows: '该培训了' },
    { route: 'officeRoster', after: tap('part-opinions'), shows: '不满意' },
    { route: 'officePairs', shows: '李志强' },
    { route: 'officeRules', shows: '档案多久没更新算过期' },
    { route: 'officeRules', after: tap('group-table'), shows: '标准套餐指导价' },
    { route: 'officeParameter', params: { key: 'streetCategories' }, shows: '三种名单怎么算' },
    {
      route: 'officeParameter',
      params: { key: 'deliveryWindow' },
      after: tap('day-other', 'save-parameter'),
      shows: '请写明原因',
    },
    { route: 'officeCatalogue', after: tap('edit-helpMeal'), shows: '老人看到的样子' },
    { route: 'officeLadder', after: tap('edit-0', 'edit-loop'), shows: '每隔多少秒' },
    { route: 'officeDrills', shows: '开始一次演练' },
    { route: 'officeReplay', params: { id: helpedCall }, shows: '换成这样' },
    { route: 'officeResponse', shows: '口径' },
    { route: 'workerDevices', params: { elderId }, after: tap('save-device'), shows: '请写放在哪里' },
    { route: 'officeTaskRules' },
    { route: 'officeFigures', shows: '合计' },
    { route: 'officeAudit', shows: '何静' },
    { route: 'officeDuplicates', shows: twins?.left.name ?? '没有' },
    {
      route: 'officeDuplicate',
      params: { leftId: twins?.left.id ?? '', rightId: twins?.right.id ?? '' },
      shows: '选留哪个',
    },
    { route: 'officeQuality', shows: '全街道' },
    { route: 'workerHandover', params: { accountId: workerId } },
    { route: 'officeGlass', shows: '没有待核查的' },
    { route: 'officeRights', shows: '没有待办的申请' },
    { route: 'officeRights', after: tap('rights-add'), shows: '找老人' },
    { route: 'officeImports', after: tap('choose-sheet'), shows: '请写表格来源' },
    { route: 'officeImport', params: { id: mapped }, shows: '没认出来，不导入' },
    { route: 'officeImport', params: { id: mapped }, after: tap('columns-all'), shows: 'A 列：姓名' },
    { route: 'officeImport', params: { id: checked }, shows: '是不是同一个人' },
    { route: 'officeImport', params: { id: checked }, after: tap('verdict-new'), shows: '宋玉珍' },
    { route: 'officeImport', params: { id: checked }, after: tap('verdict-changed'), shows: '138****1099' },
    { route: 'officeImport', params: { id: checked }, after: tap('verdict-refused'), shows: '手机号应为 11 位' },
    { route: 'officeImport', params: { id: checked }, after: tap('apply'), shows: '被拒的 1 行不写。' },
    { route: 'officeImport', params: { id: applied }, shows: '已写入台账。' },
    { route: 'officeImport', params: { id: applied }, after: tap('undo'), shows: '撤不掉的' },
    { route: 'officeExport', shows: '可以下载' },
    { route: 'officeExport', after: tap('full-full', 'start-export'), shows: '请选原因。' },
    { route: 'officePeople' },
    { route: 'officeReach' },
    { route: 'officePeople', after: tap('give') },
    { route: 'workerHome' },
    { route: 'workerElders' },
    { route: 'workerElder', params: { id: elderId }, shows: '王秀兰' },
    { route: 'task', params: { id: worried?.id ?? '' } },
  ],
  viewer: [
    { route: 'officeHome', shows: '各社区情况' },
    { route: 'officeFigures', shows: '合计' },
  ],
};

/** Pages that an old person opens carry SOS and the large sizes; family and volunteers read the large sizes too. */
const staff: readonly string[] = ['worker', 'head', 'office', 'viewer'];
const rulesFor = (who: string, route: RouteName) => {
  if (route === 'help' || route === 'sos' || route === 'answer') return elderMode;
  if (who === 'mother' || who === 'nobody') return residentRules;
  return staff.includes(who) ? otherRules : elderMode;
};
const nameOf = ({ route, params, after, shows }: Screen): string =>
  [route, params && Object.keys(params).join(), after && 'with a tap', shows].filter(Boolean).join(' · ');

it('opens every page that exists', () => {
  const opened = new Set(Object.values(screens).flatMap((list) => list.map(({ route }) => route)));
  // The second factor is set up, and looked at, in sign-in.test.ts.
  expect((Object.keys(routes) as RouteName[]).filter((route) => !opened.has(route))).toEqual(['secondFactor']);
});

const names: Record<PersonaKey, string> = {
  mother: '王秀兰',
  daughter: '周敏',
  volunteer: '李志强',
  trainedVolunteer: '陈晓芳',
  worker: '刘芳',
  head: '孙建国',
  office: '何静',
  viewer: '高明',
};
const enter = async (who: PersonaKey | 'nobody'): Promise<Person> =>
  who === 'nobody' ? newcomer() : journey.signedIn(await persona(names[who]));

describe.each(Object.keys(screens) as (PersonaKey | 'nobody')[])('the pages of %s', (who) => {
  it('are large, clear, reachable and Chinese at every width', async () => {
    const she = await enter(who);
    const faults: string[] = [];
    for (const screen of screens[who]) {
      await openScreen(she, url, screen);
      const desk = staff.includes(who);
      const found = await faultsOf(she.page, rulesFor(who, screen.route), desk);
      faults.push(...found.map((fault) => `${nameOf(screen)} | ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});
