import mongoose from 'mongoose';
import { MAX_TIME_MS } from './bounded.ts';

/** What safe writing and reading means at one database address. */
export interface Guarantees {
  /** True where the server itself removes expired documents. */
  removesExpired: boolean;
  options: mongoose.ConnectOptions;
}

/**
 * A database that stands alone (the embedded engine, a single mongod): acknowledged means in its journal.
 * On the embedded engine `majority` loses acknowledged writes in a crash, and w:1 with journal loses none.
 */
const alone: mongoose.ConnectOptions = {
  writeConcern: { w: 1, journal: true },
  readConcern: { level: 'local' },
  retryWrites: false,
};

/** A replica set or sharded cluster: acknowledged means it survives the loss of any one member. */
const replicated: mongoose.ConnectOptions = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5_000 },
  readConcern: { level: 'majority' },
  retryWrites: true,
};

/** Asks the database at `uri` what it is; the only place where write and read concerns are decided. */
export async function guaranteesOf(uri: string, options: mongoose.ConnectOptions): Promise<Guarantees> {
  const client = new mongoose.mongo.MongoClient(uri, options);
  try {
    const admin = (await client.connect()).db('admin');
    const hello = await admin.command({ hello: 1, maxTimeMS: MAX_TIME_MS });
    const build = await admin.command({ buildInfo: 1, maxTimeMS: MAX_TIME_MS });
    const isReplicated = typeof hello.setName === 'string' || hello.msg === 'isdbgrid';
    return { removesExpired: !build.modules?.includes('embedded'), options: isReplicated ? replicated : alone };
  } finally {
    await client.close();
  }
}
