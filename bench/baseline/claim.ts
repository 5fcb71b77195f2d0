import type { Entry } from '../../server/companion/stored-task.ts';
import type { Database } from './database.ts';
import { taskReply } from './task-reply.ts';

const hour = 3_600_000;

/** The volunteer whom the caller says she is takes the task. Nothing that follows from it is done: no notice is written. */
export async function claim(database: Database, query: URLSearchParams) {
  const { tasks, elders, streetId } = database;
  const volunteerId = query.get('viewer')!;
  const volunteerName = query.get('name')!;
  const now = new Date();
  const found = (await tasks.findOne({ _id: query.get('task')! }))!;
  const by = { accountId: volunteerId, name: volunteerName, role: 'volunteer' as const, relation: null };
  const entry: Entry = { move: 'claim', by, at: now, words: '', forElder: false, volunteerId };
  const reminder = found.windowFrom.getTime() - 2 * hour;
  const nextDue = new Date(now.getTime() < reminder ? reminder : found.windowFrom.getTime() + hour / 2);
  const task = await tasks.findOneAndUpdate(
    { _id: found._id, streetId, status: { $in: ['open'] } },
    {
      $set: { volunteerId, volunteerName, claimedAt: now, status: 'claimed', since: now, nextDue },
      $push: { history: entry },
      $inc: { seq: 1 },
    },
    { returnDocument: 'after' },
  );
  if (!task) throw new Error('claimed already');
  const elder = await elders.findOne({ _id: task.elderId });
  return taskReply(database, task, elder, volunteerId);
}
