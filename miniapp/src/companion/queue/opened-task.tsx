import { View } from '@tarojs/components';
import { go } from '../../platform/nav.ts';
import { call } from '../../platform/phone-call.ts';
import { DangerButton, Facts, MainAct, PlainButton, Shown } from '../../ui/index.ts';
import { needsWords } from '../task-words.ts';
import type { Task } from '../types.ts';
import { useTask } from '../use-task.ts';
import { useTaskActs } from '../use-task-acts.ts';
import { queueWords as w } from './words.ts';

/** What a worker needs to decide without leaving the queue. */
export function OpenedTask({ taskId }: { taskId: string }) {
  const query = useTask(taskId);
  return (
    <View className="w-opened">
      <Shown query={query}>{(task) => <Decide task={task} />}</Shown>
    </View>
  );
}

function Decide({ task }: { task: Task }) {
  const acts = useTaskActs(task);
  const { can, elder, place } = task;
  const { phone } = elder;
  const concern = task.concern && !task.concern.heededAt ? task.concern.words : '';
  return (
    <>
      <Facts
        items={[
          [w.where, [place.estateName, place.door].filter(Boolean).join(' ')],
          [w.bring, [task.bring, task.needs.length ? w.needs(needsWords(task.needs)) : ''].filter(Boolean).join('；')],
          [w.careNotes, elder.careNotes],
          [w.concern, concern],
        ]}
      />
      {can.heed ? (
        <MainAct id="heed" onTap={acts.heed}>
          {w.heed}
        </MainAct>
      ) : null}
      {can.open ? (
        <MainAct id="open" icon="check" onTap={acts.open}>
          {w.openTask}
        </MainAct>
      ) : null}
      {can.settle && task.status === 'objected' ? (
        <MainAct id="settle" onTap={acts.settle}>
          {w.settle}
        </MainAct>
      ) : null}
      {can.assign ? (
        <PlainButton id="assign" onTap={acts.assign}>
          {task.status === 'claimed' ? w.reassign : w.assign}
        </PlainButton>
      ) : null}
      {phone ? (
        <PlainButton id="call-elder" icon="phone" onTap={() => call(phone)}>
          {w.elderPhone}
        </PlainButton>
      ) : null}
      <PlainButton id="detail" onTap={() => go('task', { id: task.id })}>
        {w.detail}
      </PlainButton>
      {can.noShow ? (
        <DangerButton id="no-show" onTap={acts.noShow}>
          {w.noShow}
        </DangerButton>
      ) : null}
      {can.decline ? (
        <DangerButton id="decline" onTap={acts.decline}>
          {w.decline}
        </DangerButton>
      ) : null}
    </>
  );
}
