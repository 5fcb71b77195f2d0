import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import { photoModel } from './photo.model.ts';

export interface StoredPhoto {
  _id: string;
  streetId: string;
  taskId: string;
  by: string;
  at: Date;
  jpeg: Buffer;
}

export function createPhotoStore(db: Connection) {
  const Model = photoModel(db);

  return {
    /** False when the id is taken. */
    async insert(photo: StoredPhoto): Promise<boolean> {
      try {
        await new Model(photo).save();
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /** Who put which photo where, without the picture. */
    async about(id: string): Promise<Pick<StoredPhoto, 'taskId' | 'by' | 'at'> | null> {
      return Model.findById(id).select({ taskId: 1, by: 1, at: 1 }).lean();
    },

    /** The picture, or null when this task has none of this id. */
    async jpeg(streetId: string, taskId: string, id: string): Promise<Buffer | null> {
      const found = await Model.findOne({ _id: id, streetId, taskId }).select({ jpeg: 1 }).lean();
      return found ? Buffer.from((found.jpeg as unknown as { buffer: Uint8Array }).buffer) : null;
    },

    async remove(streetId: string, id: string): Promise<void> {
      await Model.deleteOne({ _id: id, streetId });
    },
  };
}

export type PhotoStore = ReturnType<typeof createPhotoStore>;
