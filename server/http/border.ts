import type { RequestListener } from 'node:http';
import type { Api } from '@wubian/shared/endpoint.ts';
import Koa from 'koa';
import type { BorderAudit } from '../audit/door.ts';
import type { Handlers } from '../handler.ts';
import type { Logger } from '../log.ts';
import { answerRefusals } from './answer-refusals.ts';
import { apiPage } from './api-page.ts';
import { headers } from './headers.ts';
import { health, type Watch } from './health.ts';
import { type Hook, hooks } from './hooks.ts';
import type { WhoIs } from './identify.ts';
import { mount } from './mount.ts';
import { requestLog } from './request-log.ts';
import { webBuild } from './static.ts';

export interface BorderOptions<A extends Api> {
  api: A;
  handlers: Handlers<A>;
  whoIs: WhoIs;
  /** Where every write and every reveal is entered. */
  audit: BorderAudit;
  log: Logger;
  /** Addresses outside the API for other machines. */
  hooks?: readonly Hook[];
  /** Resolves while the database answers. */
  ping: () => Promise<void>;
  /** Watched from outside; absent where nothing is guarded. */
  watch?: Watch;
  /** The OpenAPI document of the API. */
  document: object;
  /** Folder of the web build. */
  webFolder: string;
  /** True outside production: undeclared refusals are programming errors. */
  strict: boolean;
  /** True behind exactly one proxy of ours: the caller's address is the last of X-Forwarded-For. */
  trustProxy: boolean;
}

/** The whole border: logging, headers, refusals, health, documents, the API and the web build, in this order. */
export function border<A extends Api>(options: BorderOptions<A>): RequestListener {
  const koa = new Koa({ proxy: options.trustProxy, maxIpsCount: 1 });
  koa.use(requestLog(options.log));
  koa.use(headers());
  koa.use(answerRefusals(options.log));
  koa.use(health(options.ping, options.watch));
  koa.use(apiPage(options.document));
  koa.use(hooks(options.hooks ?? []));
  koa.use(mount(options.api, options.handlers, options));
  koa.use(webBuild(options.webFolder));
  // What still reaches Koa is a connection that broke while it was answered.
  koa.on('error', (err) => options.log.debug({ err }, 'connection ended early'));
  return koa.callback();
}
