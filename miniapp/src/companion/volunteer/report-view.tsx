import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { now } from '../../platform/clock.ts';
import { useDraft } from '../../platform/drafts.ts';
import { useOutbox } from '../../platform/outbox.ts';
import { Card, ErrorState, Loading, Words, windowWords } from '../../ui/index.ts';
import { kindWords } from '../task-words.ts';
import { askAnew, useTask } from '../use-task.ts';
import { ReportBegin } from './report-begin.tsx';
import { ReportEnded } from './report-ended.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportRunning } from './report-running.tsx';
import { emptyForm, reportState } from './report-state.ts';
import { ReportUnsent } from './report-unsent.tsx';
import { useVisits } from './use-volunteering.ts';
import { reportWords as say } from './words.ts';

/** The visit as the server tells it, else from the list that the phone keeps, so that it opens without network. */
function useVisit(taskId: string) {
  const task = useTask(taskId);
  const row = useVisits().data?.items.find(({ id }) => id === taskId);
  const { data } = task;
  if (data) {
    const { status, startedAt, finishedAt, kind, kindLabel, part, window, elder } = data;
    const place = [data.place.estateName, data.place.door].filter(Boolean).join(' ');
    const about = { kind, kindLabel, part, name: elder.name, from: window.from, to: window.to, place };
    return { task, visit: { known: { id: taskId, status, startedAt, finishedAt }, about } };
  }
  if (!row) return { task, visit: undefined };
  const { status, since, kind, kindLabel, elderName, windowFrom, windowTo, estateName } = row;
  const startedAt = status === 'inService' ? since : null;
  const about = { kind, kindLabel, part: false, name: elderName, from: windowFrom, to: windowTo, place: estateName };
  return { task, visit: { known: { id: taskId, status, startedAt, finishedAt: null }, about } };
}

/** One screen for start and end of a visit; what it shows follows from the server's word and what waits to be sent. */
export function ReportView({ taskId }: { taskId: string }) {
  const { task, visit } = useVisit(taskId);
  const parcels = useOutbox();
  const [form, setForm, dropForm] = useDraft(`report/${taskId}`, emptyForm);
  const unsent = parcels.filter(({ key, state }) => key === taskId && state === 'waiting').length;
  const before = useRef(unsent);
  useEffect(() => {
    // Something of this visit was delivered meanwhile: what is shown is old.
    if (unsent < before.current) void askAnew();
    before.current = unsent;
  }, [unsent]);

  if (!visit) return task.error ? <ErrorState error={task.error} retry={task.refetch} /> : <Loading />;
  const { known, about } = visit;
  const { phase, startedAt, finishedAt, waiting, refused } = reportState(known, parcels);
  const what = `${about.name} ${kindWords(about)}`;
  const ended = { taskId, what, startedAt, finishedAt, task: task.data };
  return (
    <>
      <Card>
        <View className="w-card-title">{`${kindWords(about, about.part)} · ${about.name}`}</View>
        <Words>{windowWords(about.from, about.to, now())}</Words>
        <Words tone="soft">{about.place}</Words>
      </Card>
      <ReportUnsent waiting={waiting} refused={refused} phone={task.data?.worker?.phone} />
      {phase === 'toStart' ? <ReportBegin taskId={taskId} what={what} /> : null}
      {phase === 'running' && startedAt && !form.endedAt ? (
        <ReportRunning startedAt={startedAt} onEnd={(endedAt) => setForm({ ...form, endedAt })} />
      ) : null}
      {phase === 'running' && startedAt && form.endedAt ? (
        <ReportForm
          visit={{ taskId, what, kind: about.kind }}
          startedAt={startedAt}
          endedAt={form.endedAt}
          form={form}
          onChange={setForm}
          onSent={dropForm}
          photosThere={task.data?.photos.length ?? 0}
        />
      ) : null}
      {phase === 'ended' ? <ReportEnded {...ended} /> : null}
      {phase === 'over' ? <Words tone="lead">{say.over}</Words> : null}
    </>
  );
}
