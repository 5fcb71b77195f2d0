import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { newId } from '../../../server/store/ids.ts';
import { openApp } from '../../support/app.ts';

// The example goes by the machine's clock, so the server here does, too.
const app = await openApp(new Date().toISOString());
const head = await app.persona('孙建国');

/** Runs a program as a maker would. */
function run(program: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-'], { env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  child.stdin.end(program);
  return new Promise((resolve) => child.once('close', () => resolve(said)));
}

it('is an example that works as it stands in the documents', async () => {
  const [elder] = (await head.client.registry.listElders({ limit: 1 })).items;
  const { device, secret } = await head.client.response.addDevice({
    ...{ elderId: elder!.id, id: newId(app.clock()), kind: 'platform', label: '厂家平台' },
  });
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/devices.md'), 'utf8');
  const [, program] = /```js\n([\s\S]*?)```/.exec(page)!;
  const said = await run(program!, { WUBIAN_URL: app.url, WUBIAN_DEVICE: device.id, WUBIAN_SECRET: secret! });
  const [, incidentId] = /^200 {"received":true,"incidentId":"([0-9a-f]{24})"}$/m.exec(said) ?? [said];
  const seen = await head.client.response.incident({ incidentId: incidentId! });
  expect(seen).toMatchObject({ sourceLabel: '设备', words: '厂家平台：按了求助键' });
});
