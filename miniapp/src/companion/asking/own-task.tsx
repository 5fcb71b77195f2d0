import { View } from '@tarojs/components';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { call } from '../../platform/phone-call.ts';
import { Card, Icon, PlainButton, Tap, Words, windowWords } from '../../ui/index.ts';
import { TaskStatus } from '../task-card.tsx';
import { kindWords } from '../task-words.ts';
import type { TaskRow } from '../types.ts';
import { useTask } from '../use-task.ts';
import { useTaskActs } from '../use-task-acts.ts';
import { KindIcon } from './kind-icon.tsx';
import { askingWords as say } from './words.ts';

const withSomeone = ['claimed', 'inService', 'done', 'objected'];

/** One thing that is going on: how it stands, who comes when, and what is asked of me now, right on the card. */
export function OwnTask({ row, elder }: { row: TaskRow; elder?: boolean | undefined }) {
  const { data: task } = useTask(withSomeone.includes(row.status) ? row.id : undefined);
  const acts = useTaskActs(task ?? row);
  const { id, status, kind, windowFrom, windowTo } = row;
  const phone = status === 'claimed' || status === 'inService' ? task?.volunteer?.phone : null;
  return (
    <Card tone={task?.can.confirm ? 'glow' : undefined}>
      <Tap className="w-own" id={`task-${id}`} onTap={() => go('task', { id })}>
        <KindIcon kind={kind} />
        <View className="w-item-body">
          <View className="w-own-title">{elder ? `${row.elderName} · ${kindWords(row)}` : kindWords(row)}</View>
          <TaskStatus task={task ?? row} />
          <Words>{windowWords(windowFrom, windowTo, now())}</Words>
          <Words tone="soft">{whoComes(row)}</Words>
        </View>
        <Icon name="forward" colour="edge" />
      </Tap>
      {phone && row.volunteerName ? (
        <PlainButton id={`call-${id}`} icon="phone" onTap={() => call(phone)}>
          {say.callVolunteer(row.volunteerName)}
        </PlainButton>
      ) : null}
      {task?.can.confirm ? (
        <PlainButton id={`confirm-${id}`} icon="check" onTap={acts.confirm}>
          {say.content}
        </PlainButton>
      ) : null}
      {task?.can.object ? (
        <PlainButton id={`object-${id}`} icon="warn" onTap={acts.object}>
          {say.trouble}
        </PlainButton>
      ) : null}
    </Card>
  );
}

/** Who comes, or why nobody is named yet, in a sentence. */
function whoComes({ status, volunteerName }: TaskRow): string {
  if (status === 'asked') return say.checking;
  if (!volunteerName) return say.noOneYet;
  if (status === 'claimed') return say.comes(volunteerName);
  return status === 'inService' ? say.here(volunteerName) : say.came(volunteerName);
}
