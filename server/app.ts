import path from 'node:path';
import { api } from '@wubian/shared/api.ts';
import { openApiDocument } from '@wubian/shared/openapi.ts';
import { type CodeSender, createAccounts, createAliyunSender, createWechat, type Wechat } from './accounts/index.ts';
import { createAudit } from './audit/index.ts';
import { createBedside } from './bedside/index.ts';
import { createCompanion } from './companion/index.ts';
import { fillDemo } from './demo/index.ts';
import { createExchange } from './exchange/index.ts';
import { border } from './http/border.ts';
import { sockets } from './http/sockets.ts';
import type { Job } from './jobs/due-worker.ts';
import { repeating } from './jobs/repeating.ts';
import { createLive } from './live/index.ts';
import { createNotices } from './notices/index.ts';
import { createOffice } from './office/index.ts';
import { createRegistry } from './registry/index.ts';
import { createResponse } from './response/index.ts';
import type { App, AppDeps } from './start.ts';
import { createBus } from './store/bus.ts';
import { elderReferrers } from './store/elder-referrers.store.ts';
import { keyRing } from './store/key-ring.store.ts';
import { limitsStore } from './store/limits.store.ts';
import { sweepExpired } from './store/ttl-sweep.ts';
import { createStreetStore, createStreets } from './streets/index.ts';

const hour = 3_600_000;

/** The composition root: every room with the doors of the others, the border in front, the jobs behind. */
function compose({ config, store, cipher, clock, log }: AppDeps) {
  const db = store.connection;
  const limits = limitsStore({ connection: db, hide: (key) => cipher.indexOf('limits', key) });
  const streets = createStreets(createStreetStore(db), clock);
  const wechat: Wechat | null = config.wechat && createWechat(config.wechat, log);
  const sms: CodeSender | null = config.sms && createAliyunSender(config.sms, log);

  const live = createLive({ bus: createBus(db, clock), streets, log });
  const audit = createAudit({ db, cipher: { ...cipher, seal: cipher.sealLasting }, clock, log });
  const accounts = createAccounts({ ...config, db, cipher, limits, streets, clock, log, wechat, sms });
  const notices = createNotices({ db, cipher, accounts: accounts.door, config, live: live.door, clock, log });
  const rooms = { db, cipher, streets, clock, log, audit: audit.door, accounts: accounts.door, notices: notices.door };
  const registry = createRegistry({ ...rooms, limits });
  notices.askFamilies(registry.familiesIn);
  const bedside = createBedside({ ...rooms, registry: registry.door });
  const companion = createCompanion({ ...rooms, registry: registry.door });
  registry.onLife(companion.life);
  for (const one of [...accounts.pointers, ...bedside.pointers, ...companion.pointers, ...notices.pointers])
    registry.onMerge(one);
  for (const one of [...companion.charges, ...notices.charges]) registry.onLeave(one);
  accounts.onEnd(registry.leftBehind);
  for (const keeper of [bedside.keeper, companion.keeper, notices.keeper]) registry.onPerson(keeper);
  const exchange = createExchange({ ...rooms, registry: registry.door, referrers: elderReferrers(db) });
  registry.onPerson(exchange.keeper);
  registry.onExports(exchange.door.exportsWith);
  const response = createResponse({
    ...rooms,
    limits,
    live: live.door,
    registry: registry.door,
    companion: companion.door,
  });
  registry.onLife(response.life);
  for (const one of response.pointers) registry.onMerge(one);
  for (const one of response.charges) registry.onLeave(one);
  for (const keeper of response.keepers) registry.onPerson(keeper);
  notices.onAccept(response.onAccept);
  const office = createOffice({ ...rooms, registry: registry.door, companion: companion.door });

  const listener = border({
    api,
    handlers: {
      accounts: accounts.handlers,
      registry: registry.handlers,
      bedside: bedside.handlers,
      exchange: exchange.handlers,
      companion: companion.handlers,
      response: response.handlers,
      notices: notices.handlers,
      office: office.handlers,
    },
    whoIs: accounts.door.whoIs,
    hooks: [...notices.hooks, ...response.hooks],
    audit: audit.border,
    log,
    ping: store.ping,
    watch: { watchedAt: response.watchedAt, clock },
    document: openApiDocument(api),
    webFolder: path.resolve(import.meta.dirname, '../miniapp/dist/h5'),
    strict: !config.production,
    trustProxy: config.trustProxy,
  });

  const { standingOf, door } = accounts;
  const { join, stop } = live;
  const attach = sockets({ whoIs: door.whoIs, standingOf, join, stop, log, trustProxy: config.trustProxy });

  const timed = { clock, log };
  const lives: Job[] = [
    repeating({ name: 'bring back', everyMs: hour, run: registry.bringBack, ...timed }),
    repeating({ name: 'follow lives', everyMs: 60_000, run: registry.followLives, ...timed }),
    repeating({ name: 'watch open calls', everyMs: 60_000, run: response.watchdog, ...timed }),
  ];
  const chores: Job[] = [
    ...response.chores,
    repeating({ name: 'follow glass', everyMs: 60_000, run: registry.followGlass, ...timed }),
    repeating({ name: 'follow grants', everyMs: 60_000, run: registry.followGrants, ...timed }),
    repeating({ name: 'follow assessments', everyMs: 60_000, run: bedside.followLeftovers, ...timed }),
    repeating({ name: 'follow merges', everyMs: 60_000, run: registry.followMerges, ...timed }),
    repeating({ name: 'follow handovers', everyMs: 60_000, run: registry.followHandovers, ...timed }),
    repeating({ name: 'find twins', everyMs: 60_000, run: registry.findTwins, ...timed }),
    repeating({ name: 'renew keys', everyMs: 12 * hour, run: registry.renewKeys, ...timed }),
    repeating({ name: 'drop old rows', everyMs: hour, run: exchange.dropOldRows, ...timed }),
    repeating({ name: 'expire grants', everyMs: hour, run: registry.expireGrants, ...timed }),
    repeating({ name: 'keep figures', everyMs: hour, run: office.keepFigures, ...timed }),
  ];
  if (!store.removesExpired) {
    chores.push(
      repeating({ name: 'sweep expired', everyMs: 60_000, run: (now) => sweepExpired(db.db!, now), ...timed }),
    );
  }

  return {
    listener,
    attach,
    live,
    /** In the order in which draining them tells everything that is due. */
    jobs: [
      ...lives,
      ...response.workers,
      ...companion.workers,
      ...notices.jobs,
      ...exchange.workers,
      ...chores,
      ...audit.jobs,
    ] as readonly Job[],
    limits,
    streets,
    audit,
    accounts,
    registry,
    bedside,
    companion,
    response,
    exchange,
    notices,
    office,
  };
}

/** The program without its socket: composed, its indexes made and, in demo mode, the demo street filled once. */
export async function createApp(deps: AppDeps): Promise<ReturnType<typeof compose> & App> {
  const app = compose(deps);
  await deps.store.ensureIndexes();
  await app.live.ensure();
  await keyRing(deps.store.connection).note(deps.cipher.keyIds, deps.clock());
  await app.limits.ensureIndexes();
  const welcome = deps.config.demo ? await fillDemo({ ...deps, ...app }) : [];
  return { ...app, welcome };
}
