import type { Connection } from 'mongoose';
import { isDuplicate } from '../store/is-duplicate.ts';
import type { CategoryFigures } from './count-categories.ts';
import { figureModel } from './figure.model.ts';

const idOf = (streetId: string, month: string): string => `${streetId}:${month}`;

/** Frozen figures by month (YYYY-MM). There is no way to change one. */
export function createFiguresStore(db: Connection) {
  const Model = figureModel(db);
  return {
    async of(streetId: string, month: string): Promise<CategoryFigures | null> {
      const found = await Model.findOne({ _id: idOf(streetId, month) }).lean();
      if (!found) return null;
      const { day, countedAt, ruleVersion, lists, communities } = found;
      return { day, countedAt, ruleVersion, lists, communities } as unknown as CategoryFigures;
    },

    async has(streetId: string, month: string): Promise<boolean> {
      return (await Model.exists({ _id: idOf(streetId, month) })) !== null;
    },

    /** The first to write a month wins; false when it was there. */
    async keep(streetId: string, month: string, figures: CategoryFigures): Promise<boolean> {
      try {
        await Model.create({ _id: idOf(streetId, month), streetId, month, ...figures });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}

export type FiguresStore = ReturnType<typeof createFiguresStore>;
