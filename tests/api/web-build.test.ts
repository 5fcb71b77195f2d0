import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { border } from '../../server/http/border.ts';
import { createLog } from '../../server/log.ts';
import { testFolder } from '../support/engine.ts';
import { noAudit } from '../support/no-audit.ts';

const folder = path.join(testFolder(), 'h5');
const server = createServer(
  border({
    api: {},
    handlers: {},
    whoIs: async () => null,
    audit: noAudit,
    log: createLog('silent'),
    ping: async () => {},
    document: {},
    webFolder: folder,
    strict: true,
    trustProxy: false,
  }),
);
let root = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const inline = 'window.x = 1';
function build(title: string) {
  mkdirSync(path.join(folder, 'js'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), `<title>${title}</title><script>${inline}</script>`);
  writeFileSync(path.join(folder, 'js/app.1a2b3c4d.js'), 'go()');
  writeFileSync(path.join(folder, 'logo.svg'), '<svg/>');
}
const get = (at: string) => fetch(root + at);

it('serves a build that was made while it runs: the page for every page path, never cached', async () => {
  expect(await (await get('/')).text()).toContain('网页还没有构建');
  build('五边');
  for (const at of ['/', '/index.html', '/pages/home/index']) {
    const answer = await get(at);
    expect(await answer.text()).toContain('<title>五边</title>');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  }
});

it('lets exactly the inline script of the page run', async () => {
  const hash = createHash('sha256').update(inline).digest('base64');
  expect((await get('/')).headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}';`);
});

it('keeps files with a hash in their name for ever, and others not', async () => {
  const script = await get('/js/app.1a2b3c4d.js');
  expect(await script.text()).toBe('go()');
  expect(script.headers.get('content-type')).toContain('javascript');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await get('/logo.svg')).headers.get('cache-control')).toBe('no-cache');
});

it('has no file that is not in the folder', async () => {
  for (const at of ['/js/app.js', '/..%2f..%2fetc/passwd.txt', '/%2e%2e/secret.json', '/.env.local']) {
    expect((await get(at)).status).toBe(404);
  }
});
