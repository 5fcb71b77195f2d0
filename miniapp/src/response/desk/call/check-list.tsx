import { View } from '@tarojs/components';
import type { Target } from '@wubian/shared/response/ladder.ts';
import { type Check, type CheckResult, checkResults } from '@wubian/shared/response/no-answer.ts';
import { Card, PlainButton, Rows, Section, Words } from '../../../ui/index.ts';
import { CallRow } from '../../call-row.tsx';
import { actOn, type Incident } from '../../incident/use-incident.ts';
import { Left } from '../clocks.tsx';
import { callWords as w } from './words.ts';

/** Whom a step is about, as the sheet of numbers names them. */
const askedIn: Record<Check, readonly Target[]> = {
  ring: [],
  neighbour: ['keyHolders', 'circleLead'],
  family: ['family'],
  property: [],
  police: [],
};

function numbersFor(check: Check, { callSheet, elder }: Incident): { label: string; phone: string }[] {
  if (check === 'ring') return elder.phone ? [{ label: elder.name, phone: elder.phone }] : [];
  if (check === 'police') return [{ label: '报警', phone: '110' }];
  return callSheet
    .filter(({ target }) => askedIn[check].includes(target))
    .map(({ label, name, phone }) => ({ label: `${label} ${name}`, phone }));
}

function StepNow({ incident, step, at }: { incident: Incident; step: Incident['checks'][number]; at: number }) {
  const { check, label, hint, dueAt } = step;
  const numbers = numbersFor(check, incident);
  const answer = (result: CheckResult) => actOn(incident, 'check', { check, result });
  return (
    <Card tone="glow">
      <View>
        <Words tone="soft">{w.step(at + 1, incident.checks.length)}</Words>
        <View className="w-check-now">{label}</View>
        <Words>{hint}</Words>
        {check === 'police' && incident.entry ? <Words tone="strong">{w.entries[incident.entry]}</Words> : null}
      </View>
      {dueAt ? <Left until={dueAt} /> : null}
      {numbers.length ? (
        <Rows>
          {numbers.map(({ label: who, phone }) => (
            <CallRow key={phone} id={`check-call-${phone}`} label={who} phone={phone} />
          ))}
        </Rows>
      ) : (
        <Words tone="soft">{check === 'property' ? w.propertyNote : w.noNumber}</Words>
      )}
      {incident.can.check ? (
        <View className="w-check-answers">
          {(Object.keys(checkResults) as CheckResult[]).map((result) => (
            <PlainButton key={result} id={`result-${result}`} onTap={() => answer(result)}>
              {checkResults[result]}
            </PlainButton>
          ))}
        </View>
      ) : null}
    </Card>
  );
}

/** The old person does not answer: one step after the other, each with its numbers and its time. */
export function CheckList({ incident }: { incident: Incident }) {
  const at = incident.checks.findIndex(({ state }) => state === 'now');
  const now = incident.checks[at];
  const others = incident.checks.filter(({ state }) => state !== 'now');
  // Whoever was tried may ring back while the next step is under way.
  const latest = others.findLast(({ state }) => state === 'done');
  return (
    <Section title={w.checks}>
      {now ? <StepNow incident={incident} step={now} at={at} /> : null}
      <Card>
        {others.map(({ check, label, result }) => (
          <View key={check} className="w-check-line">
            <View>{label}</View>
            <View className={result ? 'w-words--strong' : 'w-alarm-small'}>{result ?? w.notYet}</View>
          </View>
        ))}
        {latest && incident.can.check ? (
          <PlainButton id="later" onTap={() => actOn(incident, 'check', { check: latest.check, result: 'answered' })}>
            {w.later}
          </PlainButton>
        ) : null}
      </Card>
    </Section>
  );
}
