import { endStatuses } from '@wubian/shared/companion/lifecycle.ts';
import { lifeWords } from '../registry/index.ts';
import { DangerButton, MainAct, PlainButton, Stack, Words } from '../ui/index.ts';
import type { Task } from './types.ts';
import { useTaskActs } from './use-task-acts.ts';
import { actWords } from './words.ts';

interface Shown {
  id: string;
  words: string;
  onTap: () => unknown;
  /** Takes something away: drawn apart, at the end. */
  danger?: boolean;
  /** Never the main act: nobody is pushed to it. */
  quiet?: boolean;
}

/** The acts that `can` allows, the one that most people come for first. */
function shownActs({ can, status }: Task, acts: ReturnType<typeof useTaskActs>, askAgain: () => unknown): Shown[] {
  const { report } = actWords;
  const rows: [may: boolean, act: Shown][] = [
    [can.claim, { id: 'claim', words: actWords.claim.act, onTap: acts.claim }],
    [can.start, { id: 'start', words: report.start, onTap: acts.report }],
    [can.finish, { id: 'finish', words: report.finish, onTap: acts.report }],
    [can.confirm, { id: 'confirm', words: actWords.confirm.act, onTap: acts.confirm }],
    [can.open, { id: 'open', words: actWords.open.act, onTap: acts.open }],
    [can.heed, { id: 'heed', words: actWords.heed.act, onTap: acts.heed }],
    [can.settle, { id: 'settle', words: actWords.settle.act, onTap: acts.settle }],
    [
      can.assign,
      { id: 'assign', words: status === 'claimed' ? actWords.assign.again : actWords.assign.act, onTap: acts.assign },
    ],
    [can.askAgain, { id: 'ask-again', words: actWords.askAgain.act, onTap: askAgain, quiet: true }],
    [can.addPhoto && !can.finish, { id: 'add-photo', words: report.add, onTap: acts.report, quiet: true }],
    [can.object, { id: 'object', words: actWords.object.act, onTap: acts.object }],
    [can.noShow, { id: 'no-show', words: actWords.noShow.act, onTap: acts.noShow, danger: true }],
    [can.decline, { id: 'decline', words: actWords.decline.act, onTap: acts.decline, danger: true }],
    [can.release, { id: 'release', words: actWords.release.act, onTap: acts.release, danger: true }],
    [can.cancel, { id: 'cancel', words: actWords.cancel.act, onTap: acts.cancel, danger: true }],
  ];
  return rows.flatMap(([may, act]) => (may ? [act] : []));
}

/** All that this viewer may do now with the task on its own page. */
export function TaskActsPanel({ task, askAgain }: { task: Task; askAgain: () => unknown }) {
  const acts = useTaskActs(task, true);
  const [first, ...rest] = shownActs(task, acts, askAgain);
  if (!first)
    return task.quiet && !endStatuses.includes(task.status) ? <Words tone="soft">{lifeWords.closedTask}</Words> : null;
  const Lead = first.danger ? DangerButton : first.quiet ? PlainButton : MainAct;
  return (
    <Stack>
      <Lead id={first.id} onTap={first.onTap}>
        {first.words}
      </Lead>
      {rest.map(({ id, words, onTap, danger }) => {
        const Act = danger ? DangerButton : PlainButton;
        return (
          <Act key={id} id={id} onTap={onTap}>
            {words}
          </Act>
        );
      })}
    </Stack>
  );
}
