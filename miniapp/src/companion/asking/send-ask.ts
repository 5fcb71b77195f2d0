import { submit } from '../../platform/outbox.ts';
import { keepTask } from '../use-task.ts';
import type { Ask } from './ask-draft.ts';
import { askingWords as say } from './words.ts';

/** Sends a request for what the street calls `label`, or keeps it on the phone until there is network. Throws the server's no. */
export async function sendAsk(input: Ask, label: string): Promise<void> {
  const made = {
    room: 'companion',
    endpoint: 'ask',
    input,
    label: say.label(label),
    key: input.id,
  } as const;
  const delivery = await submit(made);
  if (delivery.sent) keepTask(delivery.answer);
}
