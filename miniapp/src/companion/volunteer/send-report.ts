import type { WubianApi } from '@wubian/shared/api.ts';
import type { Input } from '@wubian/shared/endpoint.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { newId } from '../../platform/new-id.ts';
import { submit } from '../../platform/outbox.ts';
import { keepTask } from '../use-task.ts';
import { reportWords as say } from './words.ts';

type Finish = Input<WubianApi['companion']['finish']>;

/** Everything of a visit goes through the outbox under the task's id, in the order in which it happened. */
export interface Visit {
  taskId: string;
  /** 王* 助餐: what the user reads in the list of unsent things. */
  what: string;
}

/** Sends the start, or keeps it; true when the server has it. `at` is the phone's time at the tap. */
export async function sendStart({ taskId, what }: Visit, at: string): Promise<boolean> {
  const sent = await submit({
    room: 'companion',
    endpoint: 'start',
    input: { taskId, at },
    label: say.labelStart(what),
    key: taskId,
  });
  if (sent.sent) keepTask(sent.answer);
  return sent.sent;
}

/** Sends the end with what was done, or keeps it; true when the server has it. */
export async function sendFinish({ taskId, what }: Visit, finish: Omit<Finish, 'taskId'>): Promise<boolean> {
  const sent = await submit({
    room: 'companion',
    endpoint: 'finish',
    input: { taskId, ...finish },
    label: say.labelFinish(what),
    key: taskId,
  });
  if (sent.sent) keepTask(sent.answer);
  return sent.sent;
}

/** Sends one photo, or keeps it; with an id of its own, so that a second delivery is the same photo. */
export async function sendPhoto({ taskId, what }: Visit, base64: string): Promise<void> {
  const id = newId();
  try {
    await submit({
      room: 'companion',
      endpoint: 'addPhoto',
      input: { taskId, id, base64 },
      label: say.labelPhoto(what),
      key: taskId,
    });
  } catch (error) {
    // Anything but a no of the server is the phone's storage: a photo is large.
    throw error instanceof Refusal ? error : new Error(say.photoNoRoom);
  }
}
