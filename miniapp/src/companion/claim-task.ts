import { Refusal } from '@wubian/shared/refusals.ts';
import { api } from '../api.ts';
import { askConsent } from '../notices/index.ts';
import { go, replace } from '../platform/nav.ts';
import { confirm, say } from '../ui/index.ts';
import { kindWords, riskWords } from './task-words.ts';
import type { ActsOn } from './types.ts';
import { askAnew, keepTask } from './use-task.ts';
import { actWords, lostWords } from './words.ts';

/** The next task for who came too late: the one the server named, else the first of the list; null when none is left. */
async function nextTask(refused: Refusal, lostId: string): Promise<string | null> {
  const named = refused.data?.nextTaskId;
  if (typeof named === 'string') return named;
  const { items } = await api.companion.openTasks({ limit: 2 }).catch(() => ({ items: [] }));
  return items.find(({ id }) => id !== lostId)?.id ?? null;
}

/**
 * Takes an open task: shows its risk first (GB/T 40143-2021), then claims, then opens it with address and phone.
 * Who lost the race is told so and led to the next task. `inPlace`: the page in front is the task's own.
 */
export async function claimTask(
  { id: taskId, kind, kindLabel, part, elderName }: ActsOn,
  inPlace: boolean,
): Promise<void> {
  const open = (id: string) => (inPlace ? replace('task', { id }) : go('task', { id }));
  const yes = await confirm({
    title: actWords.claim.title,
    words: `${elderName} · ${kindWords({ kind, kindLabel }, part)}。${riskWords(kind)}`,
    yes: actWords.claim.yes,
  });
  if (!yes) return;
  askConsent();
  try {
    keepTask(await api.companion.claim({ taskId }));
  } catch (refused) {
    void askAnew();
    if (!(refused instanceof Refusal) || refused.code !== 'task_already_claimed') throw refused;
    const next = await nextTask(refused, taskId);
    if (next === null) return say(lostWords.none, 'error');
    if (await confirm({ title: lostWords.title, words: lostWords.next, yes: lostWords.yes })) await open(next);
    return;
  }
  if (!inPlace) await open(taskId);
  say(actWords.claim.done);
}
