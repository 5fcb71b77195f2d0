import type { Connection } from 'mongoose';
import { batchModels } from './batch.model.ts';
import { exportModels } from './export.model.ts';

/** Everything of one elder in this room, for an erasure. */
export function createPersonStore(db: Connection) {
  const { RowModel } = batchModels(db);
  const { ExportedElder } = exportModels(db);
  return {
    /** Rows of sheets that brought or changed her file, still kept for an undo. */
    rows: (streetId: string, elderId: string): Promise<number> => RowModel.countDocuments({ streetId, elderId }),
    /** Takes these rows away; their batch can then no longer undo them. */
    async removeRows(streetId: string, elderId: string): Promise<void> {
      await RowModel.deleteMany({ streetId, elderId });
    },
    exports: async (streetId: string, elderId: string): Promise<Date[]> =>
      (await ExportedElder.find({ streetId, elderId }, { at: 1 }).sort({ at: -1 }).lean()).map(({ at }) => at),
  };
}

export type PersonStore = ReturnType<typeof createPersonStore>;
