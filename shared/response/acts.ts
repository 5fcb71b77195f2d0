import type { ActFields } from './incident-schema.ts';
import { falseCauses, filedAt, handOvers, outcomes, proofs, triages } from './labels.ts';
import type { PersonMove } from './lifecycle.ts';
import { checkResults, checks } from './no-answer.ts';

type Field = Exclude<keyof ActFields, 'id' | 'move'>;

/** What an act must say beside its name; whatever else is sent with it is refused. */
export const actNeeds: Record<PersonMove, { needs: readonly Field[]; may?: readonly Field[] }> = {
  acknowledge: { needs: [] },
  setOut: { needs: [] },
  arrive: { needs: [] },
  cannotEnter: { needs: [] },
  handOver: { needs: ['to'] },
  handle: { needs: ['proof', 'proofBy', 'outcome'] },
  falseAlarm: { needs: ['proof', 'proofBy', 'cause'] },
  endDrill: { needs: [] },
  giveBack: { needs: ['words'] },
  reopen: { needs: ['words'] },
  review: { needs: ['words'] },
  pressAgain: { needs: [] },
  saysFine: { needs: [] },
  join: { needs: [] },
  standDown: { needs: [] },
  takeLead: { needs: [] },
  triage: { needs: ['triage'] },
  note: { needs: ['words'] },
  noAnswer: { needs: [] },
  check: { needs: ['check', 'result'] },
  follow: { needs: ['words'] },
  number: { needs: ['where', 'number'] },
};

/** How a field is asked for when it is missing. */
export const askFor: Record<Field, string> = {
  words: '请写几个字说明',
  triage: '请选轻重',
  to: '请选转给谁',
  check: '请选核对哪一步',
  result: '请选结果',
  proof: '请选是见到了老人还是通了话',
  proofBy: '请写是谁见到或通话的',
  outcome: '请选结果',
  cause: '请选误报原因',
  where: '请选转到哪里',
  number: '请填编号',
};

/** The fields that an act lacks; words may always be added. */
export function missingIn(act: ActFields): { field: Field; words: string }[] {
  return actNeeds[act.move].needs
    .filter((field) => act[field] === undefined || act[field] === '')
    .map((field) => ({ field, words: askFor[field] }));
}

/** What an act chose, in words: '见到老人（刘芳），送医'. */
export function sayAct(act: Omit<ActFields, 'id' | 'move' | 'words'> & { words: string }): string {
  const parts = [
    act.triage && triages[act.triage],
    act.to && handOvers[act.to],
    act.check && checks[act.check].label,
    act.result && checkResults[act.result],
    act.proof && `${proofs[act.proof]}${act.proofBy ? `（${act.proofBy}）` : ''}`,
    act.outcome && outcomes[act.outcome],
    act.cause && falseCauses[act.cause],
    act.where && `${filedAt[act.where]} ${act.number ?? ''}`.trim(),
    act.words,
  ];
  return parts.filter(Boolean).join('，');
}
