import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Context, Middleware } from 'koa';
import sirv from 'sirv';
import { contentPolicy } from './headers.ts';
import type { RequestState } from './request-log.ts';

/** A file whose name carries a hash of its content never changes under that name. */
const HASHED = /[.-][0-9a-f]{6,}\.(?:\w+)$/i;
const INLINE_SCRIPT = /<script>([\s\S]*?)<\/script>/g;

const missing = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>五边</title>
<body style="font-size:20px;line-height:1.8;max-width:32em;margin:3em auto;padding:0 1em">
<h1>五边的接口已经启动</h1><p>网页还没有构建。请在项目目录里运行 <code>npm run build:h5</code>，再刷新本页。</p>
<p>接口说明见 <a href="/api/docs">/api/docs</a>。</p></body></html>`;

interface Page {
  html: string;
  policy: string;
  builtAt: number;
}

/** The start page with a policy that lets exactly its own inline scripts run. */
async function readPage(file: string, builtAt: number): Promise<Page> {
  const html = await readFile(file, 'utf8');
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script]) => `sha256-${createHash('sha256').update(script!).digest('base64')}`,
  );
  return { html, policy: contentPolicy(hashes), builtAt };
}

const isPagePath = (ctx: Context) => !path.posix.extname(ctx.path) || ctx.path.endsWith('/index.html');

/**
 * Serves the web build in `folder`: the start page for every page path (never cached), files by name (kept for ever
 * if the name carries a hash). A build made while the server runs is served from the next page load on; without one
 * a plain page says what to do.
 */
export function webBuild(folder: string): Middleware {
  const index = path.join(folder, 'index.html');
  const files = sirv(folder, {
    dev: true, // looks at the disk for each file, so a new build needs no restart
    etag: true,
    setHeaders: (res, name) =>
      res.setHeader('Cache-Control', HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  let page: Page | undefined;

  async function showPage(ctx: Context): Promise<void> {
    const built = await stat(index).catch(() => null);
    if (built && built.mtimeMs !== page?.builtAt) page = await readPage(index, built.mtimeMs);
    ctx.type = 'text/html; charset=utf-8';
    ctx.set('Cache-Control', 'no-cache');
    if (built && page) ctx.set('Content-Security-Policy', page.policy);
    ctx.body = built && page ? page.html : missing;
  }

  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    const state = ctx.state as RequestState;
    state.route = `${ctx.method} ${isPagePath(ctx) ? 'page' : 'file'}`;
    if (isPagePath(ctx)) return showPage(ctx);
    // sirv writes to the response itself and calls back when it has no such file.
    ctx.respond = false;
    ctx.status = 200;
    const served = await new Promise<boolean>((resolve) => {
      ctx.res.once('close', () => resolve(true));
      ctx.res.once('finish', () => resolve(true));
      files(ctx.req, ctx.res, () => resolve(false));
    });
    if (served) return;
    ctx.respond = true;
    ctx.status = 404;
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = '没有这个文件。';
  };
}
