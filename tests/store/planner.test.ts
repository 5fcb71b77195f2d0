import { expect, it } from 'vitest';
import { testStore } from '../support/engine.ts';

// Seen with the engine's own cost model: 'the slot-based execution engine is not part of this build'.
it('answers a query that looks at many documents before it finds one', async () => {
  const { connection } = await testStore();
  const rows = connection.collection('rows');
  await rows.createIndex({ street: 1, status: 1 });
  await rows.createIndex({ street: 1, since: 1 });
  await rows.insertMany(Array.from({ length: 30_000 }, (_, n) => ({ street: 1, status: n % 3, since: n, minutes: 1 })));
  const rare = {
    street: 1,
    $or: [
      { status: 1, minutes: 2 },
      { status: 2, since: { $lt: 0 } },
    ],
  };
  expect(await rows.find(rare).sort({ since: 1 }).limit(5).toArray()).toEqual([]);
  expect(await rows.countDocuments(rare)).toBe(0);
});
