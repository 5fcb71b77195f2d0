import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import {
  Card,
  errorOf,
  PlainButton,
  Row,
  Section,
  Stack,
  StatusTag,
  say,
  TextArea,
  Words,
  windowWords,
} from '../../ui/index.ts';
import { newStretch, sentStretch } from './day-time.tsx';
import { StretchChoice } from './stretch-choice.tsx';
import { act, type Leave } from './use-duty.ts';
import { mineWords as w } from './words.ts';

const tones = { asked: 'wait', granted: 'go', refused: 'stop', withdrawn: 'stop' } as const;

function AskLeave({ onDone }: { onDone: () => void }) {
  const [stretch, setStretch] = useState(newStretch);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();

  async function send() {
    try {
      await act(api.response.askDutyLeave({ id: newId(), ...sentStretch(stretch), reason }));
    } catch (thrown) {
      setError(thrown);
      throw thrown;
    }
    say(w.leaveSent);
    onDone();
  }
  return (
    <Stack>
      <StretchChoice value={stretch} onChange={setStretch} error={errorOf(error, 'to')} />
      <TextArea
        id="leave-reason"
        label={w.reason}
        maxLength={200}
        value={reason}
        onChange={setReason}
        error={errorOf(error, 'reason')}
      />
      <PlainButton id="send-leave" onTap={send}>
        {w.askLeave}
      </PlainButton>
    </Stack>
  );
}

/** One's own leave, and asking for more. */
export function MyLeave({ leaves }: { leaves: readonly Leave[] }) {
  const [asks, setAsks] = useState(false);
  return (
    <Section title={w.leave}>
      {leaves.map(({ id: leaveId, from, to, state, words, decidedBy, can }) => (
        <Card key={leaveId}>
          <Row>
            <Words tone="strong">{windowWords(from, to, now())}</Words>
            <StatusTag tone={tones[state]}>{w.leaveStates[state]}</StatusTag>
          </Row>
          {words ? <Words tone="soft">{`${decidedBy}：${words}`}</Words> : null}
          {can.includes('withdraw') ? (
            <PlainButton id={`leave-back-${leaveId}`} onTap={() => act(api.response.withdrawDutyLeave({ leaveId }))}>
              {w.withdraw}
            </PlainButton>
          ) : null}
        </Card>
      ))}
      {asks ? (
        <AskLeave onDone={() => setAsks(false)} />
      ) : (
        <PlainButton id="ask-leave" onTap={() => setAsks(true)}>
          {w.askLeave}
        </PlainButton>
      )}
    </Section>
  );
}

/** Whether residents see her own number while she is on duty. */
export function MyPhone({ shows }: { shows: boolean }) {
  async function change() {
    await act(api.response.showDutyPhone({ shows: !shows }));
    say(w.phoneSaved);
  }
  return (
    <Section title={w.phone}>
      <Words>{shows ? w.phoneShown : w.phoneHidden}</Words>
      <PlainButton id="flip-phone" onTap={change}>
        {shows ? w.hidePhone : w.showPhone}
      </PlainButton>
    </Section>
  );
}
