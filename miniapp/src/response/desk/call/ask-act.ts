import type { PersonMove } from '@wubian/shared/response/lifecycle.ts';
import { newId } from '../../../platform/new-id.ts';
import { askWords, confirm, say } from '../../../ui/index.ts';
import { actOn, type Incident } from '../../incident/use-incident.ts';
import { callWords as w } from './words.ts';

interface Question {
  title: string;
  label: string;
  need: string;
  quick?: readonly string[];
  yes: string;
}

/** Acts that say why, in words that the next person reads. */
const questions: Partial<Record<PersonMove, Question>> = {
  giveBack: {
    ...{ title: w.giveBackTitle, label: w.giveBackWhy, need: w.giveBackNeeded, quick: w.giveBackQuick },
    yes: w.giveBack,
  },
  reopen: {
    ...{ title: w.reopenTitle, label: w.reopenWhy, need: w.reopenNeeded, quick: w.reopenQuick },
    yes: w.reopen,
  },
  review: {
    ...{ title: w.reviewTitle, label: w.reviewWhat, need: w.reviewNeeded, quick: w.reviewQuick },
    yes: w.review,
  },
  note: { title: w.noteTitle, label: w.noteWhat, need: w.noteNeeded, yes: w.note },
};

/** Does an act, after asking for what it must say. Half-typed words stay on the phone. */
export async function askAct(incident: Incident, move: PersonMove): Promise<void> {
  const question = questions[move];
  if (!question) {
    if (move === 'endDrill' && !(await confirm({ title: w.endDrill, yes: w.endDrill }))) return;
    await actOn(incident, move);
    return;
  }
  const { title, ...form } = question;
  const id = newId();
  await askWords(title, {
    ...form,
    draft: `${move}/${incident.id}`,
    field: 'words',
    async onSend(words) {
      await actOn(incident, move, { id, words });
      say(w.done);
    },
  });
}
