import type { Parsed } from '@wubian/shared/endpoint.ts';
import type { exchange } from '@wubian/shared/exchange/contract.ts';
import type { Role } from '@wubian/shared/roles.ts';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { mostTries } from './batch.store.ts';
import type { ExportLook, LookRange } from './door.ts';
import { exportModels } from './export.model.ts';

/** What an export was asked to hold. */
export type Asked =
  | ({ kind: 'elders'; reason: string } & Pick<
      Parsed<typeof exchange.startExport>,
      'filter' | 'sort' | 'columns' | 'templateFileId'
    >)
  | { kind: 'errors'; batchId: string; onlyRefused: boolean };

export interface StoredExport {
  id: string;
  streetId: string;
  communityIds: string[] | null;
  by: string;
  role: Role;
  at: Date;
  state: 'running' | 'done' | 'failed';
  words: string;
  fileName: string;
  asked: Asked;
  reveal: boolean;
  rows: number;
  size: number;
  expiresAt: Date;
  token: string | null;
}
export type HeldExport = StoredExport & { token: string; tired: boolean };

/** More than anybody reads of one person's looks. */
const mostLooks = 500;
const isDueBy = (now: Date) => ({ $gt: new Date(0), $lte: now });

export function createExportStore(db: Connection, cipher: FieldCipher) {
  const { ExportModel: Model, ExportedElder } = exportModels(db);
  const place = (id: string) => ({ collection: 'exports', field: 'asked', id });
  const open = ({ _id, asked, kind: _kind, dueAt: _due, tries, ...found }: Record<string, unknown>): HeldExport =>
    ({
      ...found,
      id: _id,
      asked: JSON.parse(cipher.open(asked as string, place(_id as string))),
      tired: (tries as number) > mostTries,
    }) as unknown as HeldExport;

  return {
    async byId(streetId: string, id: string): Promise<StoredExport | null> {
      const found = await Model.findOne({ _id: id, streetId }).lean();
      return found && open(found);
    },

    /** False when the id is taken. */
    async add({ id, asked, ...given }: StoredExport): Promise<boolean> {
      const sealed = cipher.seal(JSON.stringify(asked), place(id));
      try {
        await Model.create({ _id: id, ...given, kind: asked.kind, asked: sealed, dueAt: given.at });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    async ofPerson(streetId: string, by: string, limit: number): Promise<StoredExport[]> {
      return (await Model.find({ streetId, by }).sort({ at: -1 }).limit(limit).lean()).map(open);
    },

    /** For the worker: the next one to make, leased. */
    async take(now: Date, leaseUntil: Date, token: string): Promise<HeldExport | null> {
      const found = await Model.findOneAndUpdate(
        { dueAt: isDueBy(now) },
        { $set: { dueAt: leaseUntil, token }, $inc: { tries: 1 } },
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      ).lean();
      return found && open(found);
    },

    /** Keeps the lease; false when another worker makes it now. */
    async renew({ id, token }: HeldExport, rows: number, leaseUntil: Date): Promise<boolean> {
      const { matchedCount } = await Model.updateOne({ _id: id, token }, { $set: { rows, dueAt: leaseUntil } });
      return matchedCount === 1;
    },

    async end({ id, token }: HeldExport, changes: Partial<Pick<StoredExport, 'state' | 'words' | 'rows' | 'size'>>) {
      await Model.updateOne({ _id: id, token }, { $set: { ...changes, dueAt: null, token: null } });
    },

    /** Writes down whose raw data is in an export, before the file is there. Safe to repeat. */
    async noteElders({ id, streetId, by, at }: StoredExport, elderIds: readonly string[]): Promise<void> {
      if (elderIds.length === 0) return;
      await ExportedElder.bulkWrite(
        elderIds.map((elderId) => ({
          updateOne: {
            filter: { _id: `${id}:${elderId}` },
            update: { $setOnInsert: { streetId, elderId, exportId: id, by, at } },
            upsert: true,
          },
        })),
        { ordered: false },
      );
    },

    /** Exports that held this elder's raw data, newest first. */
    async withElder(streetId: string, elderId: string, { from, before }: LookRange): Promise<ExportLook[]> {
      const at = { ...(from && { $gte: from }), ...(before && { $lt: before }) };
      const found = await ExportedElder.find({ streetId, elderId, ...((from || before) && { at }) })
        .sort({ at: -1 })
        .limit(mostLooks)
        .lean();
      const made = await Model.find({ _id: { $in: found.map(({ exportId }) => exportId) }, streetId }).lean();
      return made
        .map(open)
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .map(({ at: when, by, role, asked }) => ({
          ...{ at: when, accountId: by, role, act: 'exchange.startExport', what: '' },
          reason: asked.kind === 'elders' ? asked.reason : null,
        }));
    },
  };
}

export type ExportStore = ReturnType<typeof createExportStore>;
