import { useMemo } from 'react';
import { api } from '../api.ts';
import { go } from '../platform/nav.ts';
import { askWords, say } from '../ui/index.ts';
import { claimTask } from './claim-task.ts';
import { askSettle } from './settle-sheet.tsx';
import { actsOn, type OpenTask, type Task, type TaskRow } from './types.ts';
import { askAnew, keepTask } from './use-task.ts';
import { actWords, reasonWords } from './words.ts';

/** Sends an act, keeps the answer and says so; after a no the page asks anew, since it showed something old. */
async function sendAct(send: () => Promise<Task>, done: string): Promise<void> {
  try {
    keepTask(await send());
  } catch (refused) {
    void askAnew();
    throw refused;
  }
  say(done);
}

/** How an act asks for its words. */
interface Asked {
  /** What the words are for. */
  label?: string;
  quick?: Readonly<Record<string, string>>;
  /** The words may be left out. */
  optional?: boolean;
  danger?: boolean;
  /** Name of the field that carries the words. */
  field?: string;
}

/**
 * Everything that can be done with one task, for any page that shows it in full, as a row or as a card. Each act asks
 * first, in a sheet where something has to be written, and keeps what was written when sending fails. Draw only those
 * that `can` of the full task allows. `inPlace`: the page is the task's own, so another task takes its place.
 */
export function useTaskActs(shown: Task | TaskRow | OpenTask, inPlace = false) {
  return useMemo(() => {
    const task = actsOn(shown);
    const taskId = task.id;
    const { companion } = api;
    const withReason = (
      words: { act: string; title: string; note?: string; yes: string; done: string },
      send: (reason: string) => Promise<Task>,
      { label = reasonWords.why, quick = {}, optional, danger, field = 'reason' }: Asked = {},
    ) =>
      askWords(words.title, {
        label,
        hint: words.note,
        need: optional ? undefined : reasonWords.needed,
        quick: Object.values(quick),
        yes: words.yes,
        danger,
        draft: `${words.act}/${taskId}`,
        field,
        onSend: (reason) => sendAct(() => send(reason), words.done),
      });
    return {
      open: () =>
        withReason(actWords.open, (note) => companion.open({ taskId, note }), {
          label: actWords.open.label,
          optional: true,
          field: 'note',
        }),
      decline: () =>
        withReason(actWords.decline, (reason) => companion.decline({ taskId, reason }), {
          quick: reasonWords.decline,
          danger: true,
        }),
      claim: () => claimTask(task, inPlace),
      assign: () => go('workerAssign', { id: taskId }),
      release: () =>
        withReason(actWords.release, (reason) => companion.release({ taskId, reason }), {
          quick: reasonWords.release,
          danger: true,
        }),
      noShow: () =>
        withReason(actWords.noShow, (reason) => companion.noShow({ taskId, reason }), {
          quick: reasonWords.noShow,
          optional: true,
          danger: true,
        }),
      report: () => go('volunteerReport', { id: taskId }),
      confirm: () =>
        withReason(actWords.confirm, (thanks) => companion.confirm({ taskId, thanks }), {
          label: actWords.confirm.label,
          quick: reasonWords.thanks,
          optional: true,
          field: 'thanks',
        }),
      object: () =>
        withReason(actWords.object, (reason) => companion.object({ taskId, reason }), { quick: reasonWords.object }),
      settle: () =>
        askSettle({
          minutes: task.minutes,
          send: (minutes, reason) => sendAct(() => companion.settle({ taskId, minutes, reason }), actWords.settle.done),
        }),
      cancel: () =>
        withReason(actWords.cancel, (reason) => companion.cancel({ taskId, reason }), {
          quick: reasonWords.cancel,
          danger: true,
        }),
      heed: () =>
        withReason(actWords.heed, (words) => companion.heed({ taskId, words }), {
          label: actWords.heed.label,
          quick: reasonWords.heed,
          field: 'words',
        }),
    };
  }, [shown, inPlace]);
}
