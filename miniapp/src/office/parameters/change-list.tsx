import { sayValue } from '@wubian/shared/office/parameter-forms.ts';
import { parameterRow } from '@wubian/shared/office/parameters.ts';
import { now } from '../../platform/clock.ts';
import {
  askWords,
  Card,
  PlainButton,
  Row,
  Section,
  Stack,
  StatusTag,
  say,
  type Tone,
  Words,
  whenWords,
} from '../../ui/index.ts';
import { fullDay } from './first-day.ts';
import { type Change, type Parameter, withdrawChange } from './use-parameters.ts';
import { parameterWords as w } from './words.ts';

const tones: Record<Change['state'], Tone> = { planned: 'wait', inForce: 'go', past: 'done', withdrawn: 'stop' };

const takeBack = ({ key }: Parameter, { id }: Change) =>
  askWords(w.withdrawTitle, {
    label: w.withdrawLabel,
    hint: w.reasonHint,
    need: w.reasonNeed,
    yes: w.withdraw,
    draft: `withdraw/${id}`,
    field: 'reason',
    async onSend(reason) {
      await withdrawChange(key, id, reason);
      say(w.withdrawn);
    },
  });

function One({ parameter, change }: { parameter: Parameter; change: Change }) {
  const { form } = parameterRow(parameter.key);
  return (
    <Card>
      <Row>
        <Words tone="strong">{w.sinceBy(fullDay(change.from), sayValue(form, change.value))}</Words>
        <StatusTag tone={tones[change.state]}>{w.states[change.state]}</StatusTag>
      </Row>
      <Words>{w.reasonIs(change.reason)}</Words>
      <Words tone="soft">{w.made(change.byName, whenWords(change.at, now()))}</Words>
      {change.withdrawn ? (
        <Words tone="soft">{w.takenBack(change.withdrawn.byName, change.withdrawn.reason)}</Words>
      ) : null}
      {change.state === 'planned' ? (
        <PlainButton id={`withdraw-${change.id}`} onTap={() => takeBack(parameter, change)}>
          {w.withdraw}
        </PlainButton>
      ) : null}
    </Card>
  );
}

/** Every change, the newest first; one that has not begun can be taken back. */
export const ChangeList = ({ parameter }: { parameter: Parameter }) => (
  <Section title={w.history}>
    {parameter.changes.length ? (
      <Stack>
        {parameter.changes.map((change) => (
          <One key={change.id} parameter={parameter} change={change} />
        ))}
      </Stack>
    ) : (
      <Words>{w.noHistory}</Words>
    )}
  </Section>
);
