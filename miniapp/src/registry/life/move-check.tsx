import { View } from '@tarojs/components';
import { type LifeMove, lifeMoves } from '@wubian/shared/registry/life.ts';
import { sayDay } from '@wubian/shared/time.ts';
import { Card, Facts, MainAct, PlainButton, Section, Stack, Words } from '../../ui/index.ts';
import type { Elder } from '../elders/use-elders.ts';
import { hasReturn } from './move-draft.ts';
import { lifeWords as w } from './words.ts';

interface MoveCheckProps {
  elder: Elder;
  move: { move: LifeMove; on: string; until: string | null; why: string };
  /** What will follow, in words. */
  lines: readonly string[];
  onGo: () => Promise<void>;
  onBack: () => void;
}

/** Everything once more before it is written, with what follows from it. The same quiet page for every move. */
export function MoveCheck({ elder, move: { move, on, until, why }, lines, onGo, onBack }: MoveCheckProps) {
  return (
    <Stack>
      <Section title={w.registers(lifeMoves[move].label)}>
        <Card>
          <Facts
            items={[
              [w.name, `${elder.facts.name} · ${elder.communityName} ${elder.addressLine}`],
              [w.on, sayDay(on)],
              ...(hasReturn(move) ? [[w.expected, until ? sayDay(until) : w.unknown] as [string, string]] : []),
              [w.why, why],
            ]}
          />
        </Card>
      </Section>
      <Section title={w.will}>
        <Card>
          <View id="life-follows">
            {lines.map((line) => (
              <Words key={line}>{line}</Words>
            ))}
          </View>
        </Card>
      </Section>
      <MainAct id="life-go" onTap={onGo}>
        {w.go}
      </MainAct>
      <PlainButton id="life-back" onTap={onBack}>
        {w.change}
      </PlainButton>
    </Stack>
  );
}
