import type { Connection } from 'mongoose';
import { assessmentModel } from './assessment.model.ts';
import { riskEventModel } from './risk-event.model.ts';

/** Everything of one elder in this room, for an erasure. */
export function createPersonStore(db: Connection) {
  const Results = assessmentModel(db);
  const Events = riskEventModel(db);
  return {
    async count(streetId: string, elderId: string): Promise<number> {
      const of = { streetId, elderId };
      return (await Results.countDocuments(of)) + (await Events.countDocuments(of));
    },
    async remove(streetId: string, elderId: string): Promise<void> {
      await Results.deleteMany({ streetId, elderId });
      await Events.deleteMany({ streetId, elderId });
    },
  };
}

export type PersonStore = ReturnType<typeof createPersonStore>;
