import { View } from '@tarojs/components';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { Card, Icon, MainAct, PlainButton, Row, StatusTag, Words, windowWords } from '../../ui/index.ts';
import { distanceWords, kindWords, needsWords, riskWords } from '../task-words.ts';
import { useTaskActs } from '../use-task-acts.ts';
import { actWords, taskWords } from '../words.ts';
import type { OpenCard } from './use-open-tasks.ts';
import { volunteerWords as say } from './words.ts';

/** One open task: enough to decide, with its risk before the act. The first of a list carries the main act. */
export function OpenTaskCard({ card: { task, estate, own }, first }: { card: OpenCard; first: boolean }) {
  const acts = useTaskActs(task);
  const { id, kind, part, elderMasked, windowFrom, windowTo, needs, bring, again } = task;
  const what = `${elderMasked} ${kindWords(task)}`;
  const where = [estate?.name, distanceWords(estate?.metres ?? null)].filter(Boolean).join(' · ');
  const Claim = first ? MainAct : PlainButton;
  return (
    <Card tone={again ? 'glow' : undefined}>
      <View>
        <View className="w-card-title">{`${kindWords(task, part)} · ${elderMasked}`}</View>
        {own || again ? (
          <Row>
            {own ? <StatusTag tone="go">{say.own}</StatusTag> : null}
            {again ? <StatusTag tone="warn">{taskWords.waitAgain}</StatusTag> : null}
          </Row>
        ) : null}
      </View>
      <View>
        <Fact icon="clock">{windowWords(windowFrom, windowTo, now())}</Fact>
        {where ? <Fact icon="place">{where}</Fact> : null}
        {needs.length ? <Fact icon="check">{say.needs(needsWords(needs))}</Fact> : null}
        <Fact icon="warn">{riskWords(kind)}</Fact>
      </View>
      {bring ? <Words tone="soft">{say.bring(bring)}</Words> : null}
      <View className="w-pair">
        <Claim id={`claim-${id}`} label={say.claimOf(what)} onTap={acts.claim}>
          {actWords.claim.act}
        </Claim>
        <PlainButton id={`open-${id}`} label={say.detailOf(what)} onTap={() => go('task', { id })}>
          {say.detail}
        </PlainButton>
      </View>
    </Card>
  );
}

function Fact({ icon, children }: { icon: 'clock' | 'place' | 'check' | 'warn'; children: string }) {
  return (
    <View className="w-line">
      <Icon name={icon} colour={icon === 'warn' ? 'accentInk' : 'main'} size={22} />
      <View className="w-line-words">{children}</View>
    </View>
  );
}
