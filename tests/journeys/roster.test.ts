import { expect, it } from 'vitest';
import { openJourney, type Person } from '../support/journey.ts';

const journey = await openJourney();
const day = '2026-05-06';
const open = async (she: Person, page: string) => {
  await she.page.goto('about:blank');
  await she.page.goto(`${journey.url}/#/${page}`);
};
const head = (await journey.persona('孙建国')).client;
const { items } = await head.accounts.streets();
const street = items.find(({ name }) => name.startsWith('友谊路'))!;
const community = street.communities[0]!;
const posts = async () =>
  (await head.response.dutyRoster({ from: day })).posts.filter(({ communityId }) => communityId === community.id);

it('names a hole before a plan is published; mended, it is published and counts', async () => {
  const [post] = await posts();
  const she = await journey.person('head');
  await open(she, `packages/office/rosterPlan/index?postId=${post!.id}`);
  await she.choose('shift-to-0', '18:00');
  await she.tap('save-plan');
  await she.sees('处空档，请补上', /水西里社区 5月6日 周三 18:00–20:00：没有排人/);
  expect((await posts())[0]!.shifts[0]!.to).toBe('20:00');

  await she.tap('publish');
  await she.sees('也发布？', '空档由社区负责人或街道值班领导代班');
  await she.tap('dialog-close');

  await she.choose('shift-to-0', '20:00');
  await she.type('shift-name-0', '日间班');
  await she.tap('save-plan');
  await she.sees('今后十四天每一分钟都有人。');
  await she.tap('publish');
  await she.sees('已发布，排到的人都收到了提醒。');
  expect((await posts())[0]!.shifts[0]).toMatchObject({ name: '日间班', to: '20:00' });
});

it('leaves a note that the next one must read first', async () => {
  const giver = await journey.person('head');
  await open(giver, 'packages/worker/duty/index');
  await giver.type('note', '三号楼有人不舒服，夜里请去看看');
  await giver.tap('send-note');
  await giver.sees('交班已留下。', '还没有人看');
  const comer = await journey.person('worker');
  await open(comer, 'packages/worker/duty/index');
  await comer.sees('交班，请先看', '三号楼有人不舒服，夜里请去看看');
  await comer.tapWords('我已看');
  await comer.sees('已记下您看过了。', '已看：刘芳');
});

it('gives an offered shift to exactly one of two phones', async () => {
  const giver = await journey.person('worker');
  await open(giver, 'packages/worker/duty/index');
  await giver.tap(`give-${day}`);
  await giver.tap('give-all');
  await giver.sees('已发出，等人接班。', '我让的班，问了所有人');

  const mate = await journey.someone('gridWorker', { streetId: street.id, communityIds: [community.id] });
  const two = [await journey.person('head'), await journey.signedIn(mate)] as const;
  const { swaps } = await head.response.dutyMine({});
  const swapId = swaps.find(({ can }) => can.includes('take'))!.id;
  for (const one of two) {
    await open(one, 'packages/worker/duty/index');
    await one.sees('刘芳 想让班');
  }
  await Promise.all(two.map((one) => one.tap(`take-${swapId}`)));
  const outcome = async (one: Person): Promise<string> => {
    await one.sees(/这个班归您了|已经被接走/);
    return (await one.text()).includes('这个班归您了') ? 'got it' : 'came too late';
  };
  expect((await Promise.all(two.map(outcome))).sort()).toEqual(['came too late', 'got it']);

  await open(giver, 'packages/worker/duty/index');
  await giver.sees(/(孙建国|测试\d+号)接了/);
  const tonight = (await head.response.dutyRoster({ from: day, days: 1 })).spans.filter(
    ({ communityId, via }) => communityId === community.id && via === 'swap',
  );
  expect(tonight).toHaveLength(1);
});

it('shows an old person who is on duty, with a number to ring, and takes her opinion once', async () => {
  const she = await journey.person('mother');
  await open(she, 'pages/duty/index');
  await she.sees('水西里社区', '现在当班', '孙建国', community.phone, '当班到 今天 20:00');
  await she.seesNot('13800001008');
  await she.tap('rate-good');
  await she.sees('谢谢您的意见。');
  await open(she, 'pages/duty/index');
  await she.tap('rate-fair');
  await she.sees('今天已经提过意见了');
});
