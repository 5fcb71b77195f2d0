import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { Card, Empty, PlainButton, Row, Shown, StatusTag, say, Words, windowWords } from '../../ui/index.ts';
import { act } from './use-duty.ts';
import { mineWords, rosterWords as w } from './words.ts';

async function decide(leaveId: string, grant: boolean): Promise<void> {
  await act(api.response.decideDutyLeave({ leaveId, grant }));
  say(w.decided);
}

/** Leave that waits for an answer, and what is granted for later. */
export function LeavesPart() {
  const query = useQuery({ queryKey: ['duty', 'leaves'], queryFn: () => api.response.dutyLeaves({}) });
  return (
    <Shown query={query}>
      {({ items }) =>
        items.length ? (
          items.map(({ id, name, from, to, reason, state, can }) => (
            <Card key={id} tone={can.includes('decide') ? 'glow' : undefined}>
              <Row>
                <Words tone="strong">{w.asked(name, windowWords(from, to, now()))}</Words>
                <StatusTag tone={state === 'asked' ? 'wait' : 'go'}>{mineWords.leaveStates[state]}</StatusTag>
              </Row>
              <Words>{reason}</Words>
              {can.includes('decide') ? (
                <Row>
                  <PlainButton id={`grant-${id}`} icon="check" onTap={() => decide(id, true)}>
                    {w.grant}
                  </PlainButton>
                  <PlainButton id={`refuse-${id}`} onTap={() => decide(id, false)}>
                    {w.refuse}
                  </PlainButton>
                </Row>
              ) : null}
            </Card>
          ))
        ) : (
          <Empty words={w.noLeaves} />
        )
      }
    </Shown>
  );
}
