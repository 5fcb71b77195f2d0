import { partBytes } from '@wubian/shared/exchange/files-contract.ts';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { fileModels } from './file.model.ts';

export interface StoredFile {
  id: string;
  streetId: string;
  by: string;
  at: Date;
  name: string;
  mime: string;
  /** Bytes. */
  size: number;
  parts: number;
  finished: boolean;
  reveal: boolean;
  expiresAt: Date;
}

/** How long a file is kept after it was last needed. */
export const keptMs = 24 * 3_600_000;

/** Files in sealed parts of half a megabyte, for a day. */
export function createFileStore(db: Connection, cipher: FieldCipher) {
  const { File, Part } = fileModels(db);
  const partId = (fileId: string, n: number) => `${fileId}:${n}`;
  const place = (fileId: string, n: number) => ({
    collection: 'exchangeParts',
    field: 'sealed',
    id: partId(fileId, n),
  });

  const byId = async (streetId: string, id: string): Promise<StoredFile | null> => {
    const found = await File.findById(id).lean();
    if (!found || found.streetId !== streetId) return null;
    const { _id, ...file } = found;
    return { id: _id as string, ...file };
  };
  const read = async (fileId: string, n: number): Promise<Buffer | null> => {
    const found = await Part.findById(partId(fileId, n)).lean();
    return found && cipher.openBytes((found.sealed as unknown as { buffer: Uint8Array }).buffer, place(fileId, n));
  };
  const put = async ({ id, streetId, expiresAt }: StoredFile, n: number, bytes: Uint8Array): Promise<void> => {
    const part = { streetId, fileId: id, n, sealed: cipher.sealBytes(bytes, place(id, n)), expiresAt };
    await Part.updateOne({ _id: partId(id, n) }, { $set: part }, { upsert: true });
  };

  return {
    /** Null when there is none in this street. */
    byId,

    /** False when the id is taken. */
    async add({ id, ...file }: StoredFile): Promise<boolean> {
      try {
        await File.create({ _id: id, ...file });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    put,
    /** One part; null when it is not there. */
    read,

    /** The numbers of the parts that are there. */
    async received({ id, streetId }: StoredFile): Promise<number[]> {
      const found = await Part.find({ streetId, fileId: id }, { n: 1, _id: 0 }).sort({ n: 1 }).lean();
      return found.map(({ n }) => n);
    },

    async finish({ id }: StoredFile): Promise<void> {
      await File.updateOne({ _id: id }, { $set: { finished: true } });
    },

    /** The whole file, part by part. Throws when a part is missing. */
    async *bytes({ id, parts }: StoredFile): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < parts; n++) {
        const part = await read(id, n);
        if (!part) throw new Error(`file ${id} has lost its part ${n}`);
        yield part;
      }
    },

    /** Keeps a file longer, because something still reads it. */
    async keepUntil({ id, streetId }: StoredFile, expiresAt: Date): Promise<void> {
      await File.updateOne({ _id: id }, { $set: { expiresAt } });
      await Part.updateMany({ streetId, fileId: id }, { $set: { expiresAt } });
    },

    /** Stores a file that is being made; the same id again replaces what an earlier try has left. */
    async write(
      file: Omit<StoredFile, 'size' | 'parts' | 'finished'>,
      bytes: AsyncIterable<Uint8Array>,
    ): Promise<number> {
      const making: StoredFile = { ...file, size: 0, parts: 0, finished: false };
      let held: Uint8Array[] = [];
      let heldBytes = 0;
      const flush = async (all: Buffer): Promise<void> => {
        await put(making, making.parts, all);
        making.parts += 1;
        making.size += all.length;
      };
      for await (const piece of bytes) {
        held.push(piece);
        heldBytes += piece.length;
        while (heldBytes >= partBytes) {
          const all = Buffer.concat(held);
          await flush(all.subarray(0, partBytes));
          held = [all.subarray(partBytes)];
          heldBytes = all.length - partBytes;
        }
      }
      if (heldBytes > 0) await flush(Buffer.concat(held));
      const { id, ...stored } = { ...making, finished: true };
      await File.replaceOne({ _id: id }, stored, { upsert: true });
      return making.size;
    },

    async remove({ id, streetId }: Pick<StoredFile, 'id' | 'streetId'>): Promise<void> {
      await Part.deleteMany({ streetId, fileId: id });
      await File.deleteOne({ _id: id, streetId });
    },
  };
}

export type FileStore = ReturnType<typeof createFileStore>;
