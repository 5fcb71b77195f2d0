import { createRequire } from 'node:module';
import path from 'node:path';
import type { Middleware } from 'koa';
import sirv from 'sirv';
import type { RequestState } from './request-log.ts';

const assets = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const served = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>五边接口说明</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head><body><div id="page"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

const start = `window.addEventListener('load', () => SwaggerUIBundle({
  url: '/api/openapi.json', domNode: document.getElementById('page'), deepLinking: true, docExpansion: 'list',
  defaultModelsExpandDepth: 0, validatorUrl: null,
}));`;

/**
 * /api/openapi.json: the machine-readable description of every endpoint. /api/docs: the same as a page, with all its
 * assets from this server, so that it works without the internet and under the content policy.
 */
export function apiPage(document: object): Middleware {
  const json = Buffer.from(JSON.stringify(document));
  const files = sirv(assets, { dev: false, maxAge: 86_400 });
  return async (ctx, next) => {
    const isOurs = ctx.path === '/api/openapi.json' || ctx.path === '/api/docs' || ctx.path.startsWith('/api/docs/');
    if (!isOurs || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next();
    (ctx.state as RequestState).route = 'GET /api/docs';
    const name = ctx.path.slice('/api/docs/'.length);
    if (ctx.path === '/api/openapi.json') {
      ctx.type = 'application/json; charset=utf-8';
      ctx.body = json;
    } else if (name === '') {
      ctx.type = 'text/html; charset=utf-8';
      ctx.body = page;
    } else if (name === 'start.js') {
      ctx.type = 'text/javascript; charset=utf-8';
      ctx.body = start;
    } else if (served.has(name)) {
      ctx.respond = false;
      ctx.req.url = `/${name}`;
      files(ctx.req, ctx.res);
    } else {
      return next();
    }
  };
}
