import { useEffect, useState } from 'react';
import { now } from '../../platform/clock.ts';
import { replace } from '../../platform/nav.ts';
import { ChoiceGrid, MainAct, Select, Stack, say, TextArea } from '../../ui/index.ts';
import { type Heard, hoursBefore, instantOfHeard, justNow, minutes } from './heard.ts';
import { UnsentCall } from './unsent-call.tsx';
import { raise, useCall } from './use-sos.ts';
import { raiseWords as w } from './words.ts';

const whens = (Object.keys(w.whens) as Heard['ago'][]).map((value) => ({ value, label: w.whens[value] }));

/** What a worker heard on the telephone about one elder; leads to the incident once it is stored. */
export function RaiseForm({ elder }: { elder: { id: string; name: string } }) {
  const [heard, setHeard] = useState<Heard>(justNow);
  const [words, setWords] = useState('');
  const [error, setError] = useState<string>();
  const { parcel, incidentId } = useCall({ id: elder.id, openIncidentId: null });
  useEffect(() => {
    if (!incidentId) return;
    say(w.sent);
    void replace('workerIncident', { id: incidentId });
  }, [incidentId]);

  if (parcel) return <UnsentCall parcel={parcel} elderId={elder.id} />;

  const change = (next: Partial<Heard>) => {
    setError(undefined);
    setHeard({ ...heard, ...next });
  };
  async function send() {
    const at = instantOfHeard(heard, now());
    if (at === undefined) return setError(w.tooLate);
    await raise(elder, { words: words.trim(), heardAt: new Date(at).toISOString() });
  }
  return (
    <Stack>
      <ChoiceGrid label={w.when} name="heard" options={whens} value={heard.ago} onChange={(ago) => change({ ago })} />
      {heard.ago === 'other' ? (
        <>
          <Select
            id="heard-hour"
            label={w.hour}
            options={hoursBefore(now())}
            value={heard.hour}
            onChange={(hour) => change({ hour })}
            error={error}
          />
          <Select
            id="heard-minute"
            label={w.minute}
            options={minutes}
            value={heard.minute}
            onChange={(minute) => change({ minute })}
          />
        </>
      ) : null}
      <TextArea
        id="raise-words"
        label={w.words}
        hint={w.wordsHint}
        optional
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      <MainAct id="raise-send" icon="warn" onTap={send}>
        {w.send}
      </MainAct>
    </Stack>
  );
}
