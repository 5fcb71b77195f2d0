import type { exchange } from '@wubian/shared/exchange/contract.ts';
import { partBytes } from '@wubian/shared/exchange/files-contract.ts';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { keptMs, type StoredFile } from './file.store.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

const anyMime = 'application/octet-stream';

/** A file of the caller's own; what others have uploaded or had made is not there for her. */
export async function ownFile({ files, now }: Room, actor: Actor, id: string): Promise<StoredFile> {
  const file = await files.byId(actor.streetId, id);
  if (!file || file.by !== actor.accountId || file.expiresAt <= now()) throw new Refusal('file_not_found');
  return file;
}

const present = async ({ files }: Room, file: StoredFile) => ({
  id: file.id,
  name: file.name,
  size: file.size,
  parts: file.parts,
  received: await files.received(file),
  finished: file.finished,
});

/** Begins an upload; the same beginning again answers how far it has come. */
export const startUpload =
  (room: Room): Handler<typeof exchange.startUpload> =>
  async (actor, { id, name, size }, call) => {
    const at = room.now();
    const made = {
      ...{ id, name, size, at, streetId: actor.streetId, by: actor.accountId, mime: anyMime },
      ...{ parts: Math.ceil(size / partBytes), finished: false, reveal: true },
      expiresAt: new Date(at.getTime() + keptMs),
    };
    call.about({ what: `${Math.ceil(size / 1024)} KB` });
    if (await room.files.add(made)) return present(room, made);
    const there = await room.files.byId(actor.streetId, id);
    if (!there || there.by !== actor.accountId || there.size !== size) throw new Refusal('id_taken');
    return present(room, there);
  };

const sizeOfPart = ({ size, parts }: StoredFile, n: number): number =>
  n === parts - 1 ? size - partBytes * (parts - 1) : partBytes;

/** Takes one part, as often as it comes. */
export const putPart =
  (room: Room): Handler<typeof exchange.putPart> =>
  async (actor, { uploadId, n, base64 }) => {
    const file = await ownFile(room, actor, uploadId);
    const bytes = Buffer.from(base64, 'base64');
    if (n >= file.parts) throw new Refusal('part_wrong');
    if (bytes.length !== sizeOfPart(file, n)) throw badField('base64', words.notThatSize);
    if (!file.finished) await room.files.put(file, n, bytes);
    return { n };
  };

export const readUpload =
  (room: Room): Handler<typeof exchange.readUpload> =>
  async (actor, { uploadId }) =>
    present(room, await ownFile(room, actor, uploadId));

/** Ends an upload when every part is there. */
export const finishUpload =
  (room: Room): Handler<typeof exchange.finishUpload> =>
  async (actor, { uploadId }) => {
    const file = await ownFile(room, actor, uploadId);
    const received = await room.files.received(file);
    if (received.length !== file.parts) throw new Refusal('part_wrong');
    await room.files.finish(file);
    return present(room, { ...file, finished: true });
  };

/** One part of a file for its owner; raw personal data in it makes the download a reveal. */
export const download =
  (room: Room): Handler<typeof exchange.download> =>
  async (actor, { fileId, n }, call) => {
    const file = await ownFile(room, actor, fileId);
    const part = file.finished && (await room.files.read(file.id, n));
    if (!part) throw new Refusal('file_not_found');
    if (file.reveal) call.about({ reveal: true, what: words.downloaded(file.name) });
    const { name, mime, size, parts } = file;
    return { name, mime, size, n, parts, base64: part.toString('base64') };
  };
