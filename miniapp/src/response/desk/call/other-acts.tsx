import { View } from '@tarojs/components';
import type { PersonMove } from '@wubian/shared/response/lifecycle.ts';
import { DangerButton, PlainButton, Section } from '../../../ui/index.ts';
import { endIncident } from '../../incident/end-sheet.tsx';
import type { Incident } from '../../incident/use-incident.ts';
import { askAct } from './ask-act.ts';
import { askHandOver } from './hand-over.tsx';
import { nextOf } from './next-act.ts';
import { callWords as w } from './words.ts';

/** In the order in which they are needed at a door. */
const acts = [
  'noAnswer',
  'cannotEnter',
  'join',
  'takeLead',
  'handle',
  'note',
  'giveBack',
  'standDown',
  'review',
  'reopen',
] as const satisfies readonly PersonMove[];
/** They end the call without anybody having been helped. */
const dangers = ['falseAlarm', 'endDrill'] as const satisfies readonly PersonMove[];

function doAct(incident: Incident, move: PersonMove): Promise<unknown> {
  if (move === 'handle' || move === 'falseAlarm') return endIncident(incident, move);
  return askAct(incident, move);
}

/** What else this person may do now. */
export function OtherActs({ incident }: { incident: Incident }) {
  const next = nextOf(incident);
  const main = next?.kind === 'act' ? next.move : undefined;
  const { can } = incident;
  const shown = acts.filter((move) => can[move] && move !== main);
  const hard = dangers.filter((move) => can[move] && move !== main);
  if (!shown.length && !hard.length && !can.handOver) return null;
  return (
    <Section title={w.acts}>
      {can.handOver ? (
        <PlainButton id="handOver" icon="phone" onTap={() => askHandOver(incident)}>
          {w.handOver}
        </PlainButton>
      ) : null}
      <View className="w-case-acts">
        {shown.map((move) => (
          <PlainButton key={move} id={move} onTap={() => doAct(incident, move)}>
            {w[move]}
          </PlainButton>
        ))}
      </View>
      {hard.map((move) => (
        <DangerButton key={move} id={move} onTap={() => doAct(incident, move)}>
          {w[move]}
        </DangerButton>
      ))}
    </Section>
  );
}
