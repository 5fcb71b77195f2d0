import { sayDay } from '@wubian/shared/time.ts';
import { now } from '../../platform/clock.ts';
import { call } from '../../platform/phone-call.ts';
import { Card, ListRow, MainAct, PlainButton, Rows, Section, Shown, Words, whenWords } from '../../ui/index.ts';
import { type Today, useDutyToday } from './use-duty.ts';
import { dutyWords as w } from './words.ts';

const until = (to: string | null): string => (to ? w.until(whenWords(to, now())) : w.allDay);

/** The one on duty now, with one large way to ring her. */
function OnNow({ one, first }: { one: Today['now'][number]; first: boolean }) {
  const words = w.callName(one.name);
  const ring = () => call(one.phone);
  return (
    <Card tone={first ? 'glow' : undefined}>
      <Words tone="display">{one.name}</Words>
      <Words>{one.standsIn ? w.standsIn : until(one.to)}</Words>
      <Words tone="strong">{one.phone}</Words>
      {first ? (
        <MainAct id="call-duty" icon="phone" onTap={ring}>
          {words}
        </MainAct>
      ) : (
        <PlainButton icon="phone" onTap={ring}>
          {words}
        </PlainButton>
      )}
    </Card>
  );
}

/** Who is on duty in a community, now and later today. */
export function TodayView({ communityId }: { communityId: string }) {
  return (
    <Shown query={useDutyToday(communityId)}>
      {({ communityName, day, now: on, later }) => (
        <>
          <Words tone="lead">{`${communityName}，${sayDay(day)}`}</Words>
          <Section title={w.nowOn}>
            {on.map((one, n) => (
              <OnNow key={one.name + one.phone} one={one} first={n === 0} />
            ))}
          </Section>
          {later.length ? (
            <Section title={w.later}>
              <Rows>
                {later.map(({ name, from, to, phone }) => (
                  <ListRow
                    key={name + from}
                    title={name}
                    notes={[w.span(whenWords(from, now()), whenWords(to, now())), phone]}
                    icon="clock"
                  />
                ))}
              </Rows>
            </Section>
          ) : null}
        </>
      )}
    </Shown>
  );
}
