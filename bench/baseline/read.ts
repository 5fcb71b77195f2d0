import type { Database } from './database.ts';
import { taskReply } from './task-reply.ts';

/** One task for the volunteer whom the caller says she is. */
export async function read(database: Database, query: URLSearchParams) {
  const viewer = query.get('viewer')!;
  const task = (await database.tasks.findOne({ _id: query.get('task')! }))!;
  const elder = task.volunteerId === viewer ? await database.elders.findOne({ _id: task.elderId }) : null;
  return taskReply(database, task, elder, viewer);
}
