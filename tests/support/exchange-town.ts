import { createHash } from 'node:crypto';
import { accounts } from '@wubian/shared/accounts/contract.ts';
import type { Client } from '@wubian/shared/client.ts';
import { exchange } from '@wubian/shared/exchange/contract.ts';
import { partBytes } from '@wubian/shared/exchange/files-contract.ts';
import { type OutRow, openSheet, type SheetRow, writeSheet } from '../../server/exchange/files/index.ts';
import { createExchange, type Exchange } from '../../server/exchange/index.ts';
import { elderReferrers } from '../../server/store/elder-referrers.store.ts';
import { aRandomId } from '../factories/elder-facts.ts';
import { registryTown, type Someone } from './registry-town.ts';
import { serveApi } from './serve-api.ts';

const api = { accounts, exchange };
export type Clerk = Client<typeof api>;

/** The bytes of a sheet with these rows under these titles. */
export async function aSheet(titles: readonly string[], rows: Iterable<OutRow>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const columns = titles.map((title) => ({ title }));
  for await (const piece of writeSheet(rows, { name: '名单', columns })) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** All rows of a sheet. */
export async function rowsOf(bytes: Buffer): Promise<SheetRow[]> {
  const sheet = await openSheet(
    (async function* () {
      yield bytes;
    })(),
  );
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows) rows.push(row);
  return rows;
}

/** Uploads a file in parts, as a screen does. */
export async function upload(clerk: Clerk, bytes: Buffer, name = '名单.xlsx'): Promise<string> {
  const id = aRandomId();
  const { parts } = await clerk.exchange.startUpload({ id, name, size: bytes.length });
  for (let n = 0; n < parts; n++) {
    const part = bytes.subarray(n * partBytes, (n + 1) * partBytes);
    await clerk.exchange.putPart({ uploadId: id, n, base64: part.toString('base64') });
  }
  await clerk.exchange.finishUpload({ uploadId: id });
  return id;
}

/** Downloads a file in parts. */
export async function downloaded(clerk: Clerk, fileId: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let n = 0, parts = 1; n < parts; n++) {
    const part = await clerk.exchange.download({ fileId, n });
    parts = part.parts;
    pieces.push(Buffer.from(part.base64, 'base64'));
  }
  return Buffer.concat(pieces);
}

/** The registry's town with the room of sheets, its workers driven by hand. */
export async function exchangeTown() {
  const town = await registryTown();
  const { cipher, clock, log, streets, store } = town.rooms;
  const made: Exchange[] = [];
  const { as } = await serveApi(api, () => {
    const room = createExchange({
      ...{ db: town.db, cipher, streets, clock, log, accounts: town.accounts, registry: town.registry.door },
      referrers: elderReferrers(town.db),
    });
    made.push(room);
    return {
      handlers: { accounts: town.rooms.accounts.handlers, exchange: room.handlers },
      whoIs: (token) => town.accounts.whoIs(token),
    };
  });
  await store.ensureIndexes();
  const [room] = made as [Exchange];
  const [imports, exports] = room.workers;

  /** The client of somebody of the town at this room's endpoints. */
  async function clientOf({ accountId }: Someone): Promise<Clerk> {
    const found = await town.db.collection('personas').findOne({ accountId });
    const { token } = await as().accounts.signInAsPersona({ key: found!._id as unknown as string });
    return as(token);
  }
  const clerk = await clientOf(town.office);

  /** Uploads a sheet and begins its import. */
  async function begin(bytes: Buffer, { source = '民政局月报', by = clerk } = {}) {
    const fileId = await upload(by, bytes);
    return by.exchange.startBatch({ id: aRandomId(), fileId, source });
  }
  /** As `begin`, and checks it. */
  async function check(bytes: Buffer, options: { communityId?: string; source?: string } = {}) {
    const { id: batchId, header } = await begin(bytes, options);
    if (options.communityId) {
      const columns = header.columns.map(({ key }) => key);
      await clerk.exchange.setMapping({ batchId, columns, communityId: options.communityId });
    }
    await clerk.exchange.checkBatch({ batchId });
    await imports.drain();
    return clerk.exchange.readBatch({ batchId });
  }
  const run = async (act: 'applyBatch' | 'undoBatch', batchId: string) => {
    if (act === 'applyBatch') await clerk.exchange.applyBatch({ batchId });
    else await clerk.exchange.undoBatch({ batchId, reason: '导错了文件' });
    await imports.drain();
    return clerk.exchange.readBatch({ batchId });
  };

  return {
    ...town,
    room,
    clerk,
    clientOf,
    imports,
    exports,
    begin,
    check,
    apply: (batchId: string) => run('applyBatch', batchId),
    undo: (batchId: string) => run('undoBatch', batchId),
    rows: async (batchId: string, narrow: Partial<Parameters<Clerk['exchange']['listRows']>[0]> = {}) =>
      (await clerk.exchange.listRows({ batchId, limit: 50, ...narrow })).items,
    /** Exports and downloads what is asked for. */
    async exported(asked: Partial<Parameters<Clerk['exchange']['startExport']>[0]>, by = clerk) {
      const { id } = await by.exchange.startExport({ id: aRandomId(), ...asked });
      await exports.drain();
      const made = await by.exchange.readExport({ exportId: id });
      if (!made.fileId) throw new Error(`no file: ${made.words}`);
      return downloaded(by, made.fileId);
    },
    /** A print of every byte of a collection, in the order of ids. */
    async print(collection: string): Promise<string> {
      const hash = createHash('sha256');
      const found = town.db.db!.collection(collection).find({}, { raw: true }).sort({ _id: 1 });
      for await (const document of found) hash.update(document as unknown as Buffer);
      return hash.digest('hex');
    },
  };
}

export type ExchangeTown = Awaited<ReturnType<typeof exchangeTown>>;
