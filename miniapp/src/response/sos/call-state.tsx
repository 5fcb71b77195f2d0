import { View } from '@tarojs/components';
import { useMe } from '../../accounts/index.ts';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { call } from '../../platform/phone-call.ts';
import { aria, Card, confirm, MainAct, PlainButton, Shown, say, Timeline, Words, whenWords } from '../../ui/index.ts';
import { CallLists } from '../call-lists.tsx';
import { EmergencyRow } from '../emergency-calls.tsx';
import { actOn, type Incident, useIncident } from '../incident/use-incident.ts';
import { leaderOf, standingWords, wayOf } from './state-words.ts';
import { sosWords as w } from './words.ts';

interface CallStateProps {
  incidentId: string;
  elderId: string;
  /** When the server stored this press; without it the time of the first one. */
  receivedAt?: string | undefined;
  onOver: () => Promise<void>;
}

/** After 已收到: who is told, who comes, live; and what she may still say. */
export function CallState({ incidentId, ...rest }: CallStateProps) {
  return (
    <>
      <Shown query={useIncident(incidentId)}>{(incident) => <Standing incident={incident} {...rest} />}</Shown>
      <CallLists elderId={rest.elderId} />
    </>
  );
}

function Standing({ incident, receivedAt, onOver }: Omit<CallStateProps, 'incidentId'> & { incident: Incident }) {
  const { open, drill, can, responders, history } = incident;
  const role = useMe().data?.active?.role;
  const phone = leaderOf(incident)?.phone;
  const leader = leaderOf(incident)?.name ?? '';
  const saidFine = open && history.some(({ move }) => move === 'saysFine');
  const along = responders.filter(({ state }) => state === 'joined').length;
  return (
    <>
      <View {...aria({ role: 'status', live: 'assertive' })}>
        <Card tone="tint">
          <View className="w-call-state w-call-state--stored">{open ? w.received : standingWords(incident)}</View>
          <Words tone="soft">{w.receivedAt(whenWords(receivedAt ?? incident.raisedAt, now()))}</Words>
          {drill ? <Words tone="strong">{w.drill}</Words> : null}
          {open ? <Timeline items={wayOf(incident)} /> : <Words>{incident.end?.proof ?? ''}</Words>}
          {along ? <Words>{w.more(along)}</Words> : null}
          {incident.status === 'cannotEnter' ? <Words tone="strong">{w.cannotEnterWords}</Words> : null}
          {saidFine ? <Words>{w.saidFine}</Words> : null}
        </Card>
      </View>
      {open && phone ? (
        <MainAct id="call-leader" icon="phone" onTap={() => call(phone)}>
          {w.callThem(leader)}
        </MainAct>
      ) : null}
      {open ? <EmergencyRow /> : null}
      {can.pressAgain ? (
        <PlainButton id="press-again" icon="warn" onTap={() => pressAgain(incident)}>
          {w.pressAgain}
        </PlainButton>
      ) : null}
      {can.saysFine && !saidFine ? (
        <PlainButton id="says-fine" icon="check" onTap={() => saysFine(incident)}>
          {w.fine}
        </PlainButton>
      ) : null}
      {open ? null : (
        <MainAct id="over" onTap={onOver}>
          {w.done}
        </MainAct>
      )}
      {role === 'resident' ? null : (
        <PlainButton id="details" icon="list" onTap={() => go('incident', { id: incident.id })}>
          {w.details}
        </PlainButton>
      )}
    </>
  );
}

async function pressAgain(incident: Incident): Promise<void> {
  if (await actOn(incident, 'pressAgain')) say(w.pressedAgain);
}

async function saysFine(incident: Incident): Promise<void> {
  if (!(await confirm({ title: w.fineTitle, words: w.fineWords, yes: w.fineYes }))) return;
  if (await actOn(incident, 'saysFine')) say(w.fineSaid);
}
