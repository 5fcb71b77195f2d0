import mongoose from 'mongoose';
import type { Clock } from '../clock.ts';
import { guaranteesOf } from './address.ts';
import { boundEveryOperation, MAX_TIME_MS } from './bounded.ts';
import { type Engine, startEngine } from './launch-engine.ts';

export interface StoreOptions {
  dataDir: string;
  clock: Clock;
  /** A database to connect to; without it the embedded engine serves the data folder. */
  mongodbUri?: string | null;
  privateGlibc?: string | null;
  /** Database name; default: the one in the address, else `wubian`. */
  dbName?: string;
  /** Progress lines in Chinese. */
  say?: (line: string) => void;
}

export interface Store {
  /** Rooms make their models on this connection: `store.connection.model('Task', schema)`. */
  connection: mongoose.Connection;
  /** Address that further processes can connect to. */
  uri: string;
  /** The embedded engine, if this process runs it. */
  engine: Engine | null;
  /** False on the embedded engine: then a job must sweep expired documents (ttl-sweep.ts). */
  removesExpired: boolean;
  /** Makes the collections and indexes of every model so far; safe to repeat, and needed at every start. */
  ensureIndexes(): Promise<void>;
  /** Resolves if the database answers within the time limit, rejects otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const AUTHENTICATION_FAILED = 18;

const poolOptions: mongoose.ConnectOptions = {
  appName: 'wubian',
  maxPoolSize: 20,
  serverSelectionTimeoutMS: 5_000,
  waitQueueTimeoutMS: 5_000,
  socketTimeoutMS: 60_000,
  // An operation without a connection fails at once instead of waiting in memory; the border says `busy`.
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
};

/** The database at MONGODB_URI cannot be used; the message says which and why, in Chinese, without the password. */
class DatabaseUnreachable extends Error {
  constructor(uri: string, cause: unknown) {
    const hosts = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1] ?? '';
    const said = cause instanceof Error ? cause.message : String(cause);
    const isRefused = (cause as { code?: unknown }).code === AUTHENTICATION_FAILED;
    const why = isRefused ? '用户名或密码不对' : `没有应答或地址不对（${said}）`;
    super(
      `连不上 MONGODB_URI 指定的数据库 ${hosts}：${why}。请检查地址和数据库是否在运行；不设 MONGODB_URI 则用内置数据库。`,
      { cause },
    );
    this.name = 'DatabaseUnreachable';
  }
}

/** The database named in a MongoDB address, e.g. `wubian` in `mongodb://a,b/wubian?x=1`. */
const databaseIn = (uri: string): string | undefined => /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];

/**
 * Opens the database: the one at `mongodbUri`, else the embedded engine on `dataDir`.
 * Throws `DataHeld` when another server holds the folder, and `DatabaseUnreachable` when the address does not answer.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const engine = options.mongodbUri ? null : await startEngine(options);
  const uri = options.mongodbUri ?? engine!.uri;
  try {
    const { connection, removesExpired } = await connect(uri, options.dbName ?? databaseIn(uri) ?? 'wubian');
    return {
      connection,
      uri,
      engine,
      removesExpired,
      ensureIndexes: async () => {
        for (const model of Object.values(connection.models)) {
          await model.createCollection();
          await model.createIndexes();
        }
      },
      ping: async () => {
        await connection.db!.command({ ping: 1, maxTimeMS: MAX_TIME_MS });
      },
      close: async () => {
        await connection.close();
        await engine?.stop();
      },
    };
  } catch (error) {
    await engine?.stop();
    throw options.mongodbUri ? new DatabaseUnreachable(uri, error) : error;
  }
}

async function connect(uri: string, dbName: string) {
  mongoose.set('strictQuery', 'throw');
  const { appName, serverSelectionTimeoutMS } = poolOptions;
  const guarantees = await guaranteesOf(uri, {
    appName: appName!,
    serverSelectionTimeoutMS: serverSelectionTimeoutMS!,
  });
  const connection = await mongoose
    .createConnection(uri, { ...poolOptions, ...guarantees.options, dbName })
    .asPromise();
  boundEveryOperation(connection.db!);
  return { connection, removesExpired: guarantees.removesExpired };
}
