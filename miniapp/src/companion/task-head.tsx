import { View } from '@tarojs/components';
import { now } from '../platform/clock.ts';
import { Card, Facts, Words, whenWords, windowWords } from '../ui/index.ts';
import { TaskStatus } from './task-card.tsx';
import { askerWords, dateWords, kindWords, needsWords, riskWords } from './task-words.ts';
import type { Task } from './types.ts';
import { taskWords } from './words.ts';

/** What happens next without anybody's doing. */
function ruleWords({ status, confirmsByRuleAt, quiet }: Task): string | undefined {
  if (status !== 'done' || quiet) return undefined;
  return confirmsByRuleAt ? taskWords.byRule(dateWords(confirmsByRuleAt)) : taskWords.longService;
}

/** What is asked for, when, and how it stands now. */
export function TaskHead({ task }: { task: Task }) {
  const { kind, part, window, needs, bring, asker, askedAt, can } = task;
  const rule = ruleWords(task);
  return (
    <>
      <Card>
        <View className="w-item-head">
          <View className="w-card-title">{kindWords(task, part)}</View>
          <TaskStatus task={task} />
        </View>
        <Words tone="strong">{windowWords(window.from, window.to, now())}</Words>
        {rule ? <Words>{rule}</Words> : null}
        <Facts
          items={[
            [taskWords.bring, bring],
            [taskWords.needs, needsWords(needs)],
            [taskWords.asker, askerWords(asker)],
            [taskWords.volunteer, task.volunteer?.name],
            [taskWords.askedAt, whenWords(askedAt, now())],
          ]}
        />
      </Card>
      {can.claim ? (
        <Card tone="glow">
          <Words tone="strong">{taskWords.risk}</Words>
          <Words>{riskWords(kind)}</Words>
        </Card>
      ) : null}
    </>
  );
}
