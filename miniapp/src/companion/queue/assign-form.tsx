import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useDraft } from '../../platform/drafts.ts';
import { back } from '../../platform/nav.ts';
import { ChoiceGrid, confirm, Empty, MainAct, Row, Shown, say, Tap, TextArea } from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { distanceWords } from '../task-words.ts';
import type { Task } from '../types.ts';
import { keepTask } from '../use-task.ts';
import { assignWords as w } from './words.ts';

type Candidate = Output<WubianApi['companion']['candidates']>['items'][number];

const noteOf = ({ ownElder, metres, busy }: Candidate): string =>
  [ownElder && w.own, distanceWords(metres) || w.far, busy ? w.busy(busy) : w.free].filter(Boolean).join(' · ');

/** Who may come, and giving the task to one of them. */
export function AssignForm({ task }: { task: Task }) {
  const query = useQuery({
    queryKey: ['companion', 'candidates', task.id],
    queryFn: () => api.companion.candidates({ taskId: task.id }),
  });
  return (
    <Shown query={query}>
      {({ items }) => (items.length ? <Choose task={task} candidates={items} /> : <Empty words={w.none} />)}
    </Shown>
  );
}

function Choose({ task, candidates }: { task: Task; candidates: Candidate[] }) {
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason, done] = useDraft(`assign/${task.id}`, '');
  const [error, setError] = useState<string>();
  const [missing, setMissing] = useState(false);
  const name = candidates.find(({ accountId }) => accountId === chosen)?.name;

  async function assign() {
    if (!chosen || !name) return setMissing(true);
    const told = task.volunteer ? w.replaced(task.volunteer.name) : w.tell;
    if (!(await confirm({ title: w.confirm(name), words: told, yes: w.act }))) return;
    try {
      keepTask(await api.companion.assign({ taskId: task.id, volunteerId: chosen, reason: reason.trim() }));
    } catch (refused) {
      return setError(wordsOf(refused));
    }
    done();
    await back();
    say(w.done(name));
  }
  return (
    <>
      <ChoiceGrid
        name="candidate"
        label={w.choose}
        hint={w.lead}
        columns={1}
        error={missing && !chosen ? w.choose : undefined}
        options={candidates.map((one) => ({ value: one.accountId, label: one.name, note: noteOf(one) }))}
        value={chosen}
        onChange={setChosen}
      />
      <TextArea
        id="assign-reason"
        label={w.why}
        hint={w.whyHint}
        maxLength={200}
        value={reason}
        error={error}
        onChange={setReason}
      />
      <Row>
        {w.whyQuick.map((one) => (
          <Tap key={one} className="w-chip" onTap={() => setReason(one)}>
            {one}
          </Tap>
        ))}
      </Row>
      <MainAct id="assign-send" onTap={assign}>
        {name ? w.to(name) : w.act}
      </MainAct>
    </>
  );
}
