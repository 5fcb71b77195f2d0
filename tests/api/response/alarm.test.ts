import { expect, it } from 'vitest';
import { newId } from '../../../server/store/ids.ts';
import { openApp } from '../../support/app.ts';

const app = await openApp();
const elder = await app.persona('王秀兰');
const daughter = await app.persona('周敏');
const worker = await app.persona('刘芳');
const office = await app.persona('何静');
const elderId = (await elder.client.registry.myElders()).items[0]!.id;

const id = () => newId(app.clock());
const press = async (more: object = {}) => elder.client.response.raise({ id: id(), elderId, ...more });
const acts =
  (who: typeof worker, incidentId: string) =>
  (move: string, more: object = {}) =>
    who.client.response.act({ incidentId, id: id(), move, ...more } as never);

it('is stored, calls the first step, and goes on until a person answers', async () => {
  const pressed = await press();
  await app.drain();
  const seen = await worker.client.response.incident({ incidentId: pressed.incidentId });
  expect(seen).toMatchObject({ status: 'raised', elder: { name: '王秀兰', phone: '13800001001' }, rungsCalled: 1 });
  expect(seen.place.door).toBe('3号楼2门501');
  expect(seen.next?.at).toBe(new Date(app.clock().getTime() + 60_000).toISOString());
  app.clock.forward(59_000);
  await app.drain();
  expect((await worker.client.response.incident({ incidentId: pressed.incidentId })).rungsCalled).toBe(1);
  app.clock.forward(1_000);
  await app.drain();
  expect((await worker.client.response.incident({ incidentId: pressed.incidentId })).rungsCalled).toBe(2);
  const does = acts(worker, pressed.incidentId);
  await does('acknowledge');
  app.clock.forward(120_000);
  await app.drain();
  const taken = await daughter.client.response.incident({ incidentId: pressed.incidentId });
  expect(taken).toMatchObject({
    status: 'acknowledged',
    rungsCalled: 2,
    responders: [{ name: '刘芳', state: 'lead' }],
  });
  await does('setOut');
  await does('arrive');
  await expect(does('handle', { outcome: 'helped' })).rejects.toMatchObject({ code: 'proof_needed' });
  await does('handle', { outcome: 'helped', proof: 'saw', proofBy: '刘芳', words: '扶起来了' });
  expect((await office.client.response.incident({ incidentId: pressed.incidentId })).end).toMatchObject({
    proof: '见到老人（刘芳）',
    outcome: '当场解决',
  });
  expect((await office.client.response.toFollow()).items.map((one) => one.id)).toContain(pressed.incidentId);
  expect(app.logged.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});
