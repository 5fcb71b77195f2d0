import { expect, it } from 'vitest';
import { openApp } from '../../support/app.ts';

const app = await openApp();
const look = async () => {
  const answer = await fetch(`${app.url}/healthz/watch`);
  return { status: answer.status, body: await answer.json() };
};

it('is seen from outside: watched after a round, not any more when three minutes have passed without one', async () => {
  expect(await look()).toEqual({ status: 503, body: { status: 'not watched', at: null } });
  await app.response.watchdog(app.clock());
  const at = app.clock().toISOString();
  expect(await look()).toEqual({ status: 200, body: { status: 'watched', at } });
  app.clock.forward(180_000);
  expect((await look()).status).toBe(200);
  app.clock.forward(1);
  expect(await look()).toEqual({ status: 503, body: { status: 'not watched', at } });
});
