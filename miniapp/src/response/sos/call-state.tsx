import { View } from '@tarojs/components';
import { useMe } from '../../accounts/index.ts';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { call } from '../../platform/phone-call.ts';
import { aria, Card, confirm, MainAct, PlainButton, say, Timeline, Words, whenWords } from '../../ui/index.ts';
import { CallLists } from '../call-lists.tsx';
import { EmergencyRow } from '../emergency-calls.tsx';
import { actOn, type Incident, type useIncident } from '../incident/use-incident.ts';
import { leaderOf, standingWords, wayOf } from './state-words.ts';
import { raise, type SosElder } from './use-sos.ts';
import { sosWords as w } from './words.ts';

interface CallStateProps {
  elder: Pick<SosElder, 'id' | 'name'>;
  query: ReturnType<typeof useIncident>;
  /** When the server stored this press; without it the time of the first one. */
  receivedAt?: string | undefined;
  onOver: () => unknown;
}

/** After 已收到: who is told, who comes, live; and what she may still say. */
export function CallState({ query: { data, error }, elder, receivedAt, onOver }: CallStateProps) {
  return (
    <>
      {error && data ? <Words tone="soft">{w.lastSeen}</Words> : null}
      {data ? <Standing incident={data} elder={elder} receivedAt={receivedAt} onOver={onOver} /> : null}
      {!data && receivedAt ? <Stored at={receivedAt} /> : null}
      <CallLists elderId={elder.id} />
    </>
  );
}

/** It lies in the server's books, whatever the next question to the server brings. */
function Stored({ at }: { at: string }) {
  return (
    <View {...aria({ role: 'status' })}>
      <Card tone="tint">
        <View className="w-call-state w-call-state--stored">{w.received}</View>
        <Words tone="soft">{w.receivedAt(whenWords(at, now()))}</Words>
        <Words>{w.loadingOne}</Words>
      </Card>
    </View>
  );
}

interface StandingProps extends Omit<CallStateProps, 'query'> {
  incident: Incident;
}

function Standing({ incident, elder, receivedAt, onOver }: StandingProps) {
  const { open, drill, can, responders, history } = incident;
  const role = useMe().data?.active?.role;
  const phone = leaderOf(incident)?.phone;
  const leader = leaderOf(incident)?.name ?? '';
  const [last] = history.filter(({ move }) => move === 'saysFine' || move === 'pressAgain').slice(-1);
  const saidFine = open && last?.move === 'saysFine';
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
          {open && last?.move === 'pressAgain' ? <Words>{w.calledAgain(whenWords(last.at, now()))}</Words> : null}
        </Card>
      </View>
      {open && phone ? (
        <MainAct id="call-leader" icon="phone" onTap={() => call(phone)}>
          {w.callThem(leader)}
        </MainAct>
      ) : null}
      <EmergencyRow />
      {/* A call of its own: it joins the open one; should that have ended meanwhile, it is a new one. */}
      {can.pressAgain ? (
        <PlainButton id="press-again" icon="warn" onTap={() => raise(elder)}>
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

async function saysFine(incident: Incident): Promise<void> {
  if (!(await confirm({ title: w.fineTitle, words: w.fineWords, yes: w.fineYes }))) return;
  if (await actOn(incident, 'saysFine')) say(w.fineSaid);
}
