import { sayMinutes } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { ChoiceGrid, errorOf, MainAct, openSheet, TextArea, TextInput } from '../ui/index.ts';
import { wordsOf } from '../words.ts';
import { minutesOf, reasonOf } from './reason.ts';
import { actWords, reasonWords } from './words.ts';

interface SettleQuestion {
  /** What the volunteer's times come to; null when they are not known here. */
  minutes: number | null;
  send: (minutes: number, reason: string) => Promise<unknown>;
}

const words = actWords.settle;
type Ground = keyof typeof reasonWords.settle;
const reasons = (Object.keys(reasonWords.settle) as Ground[]).map((value) => ({
  value,
  label: reasonWords.settle[value],
}));

/** Asks a worker for the minutes that count and on what ground; resolves true once sent. */
export const askSettle = (question: SettleQuestion): Promise<true | undefined> =>
  openSheet<true>(words.title, (close) => <SettleForm {...question} sent={() => close(true)} />);

function SettleForm({ minutes, send, sent }: SettleQuestion & { sent: () => void }) {
  const [typed, setTyped] = useState(minutes === null ? '' : String(minutes));
  const [picked, setPicked] = useState<Ground>();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<{ minutes?: string | undefined; reason?: string | undefined }>({});

  async function tapped() {
    const counted = minutesOf(typed);
    const reason = reasonOf(picked && reasonWords.settle[picked], text);
    if (counted === undefined) return setWrong({ minutes: words.wrong });
    if (!reason) return setWrong({ reason: reasonWords.needed });
    try {
      await send(counted, reason);
      sent();
    } catch (refused) {
      setWrong({ minutes: errorOf(refused, 'minutes'), reason: wordsOf(refused) });
    }
  }

  return (
    <>
      <TextInput
        id="sheet-minutes"
        kind="number"
        label={words.minutes}
        hint={minutes === null ? undefined : words.hint(sayMinutes(minutes))}
        value={typed}
        onChange={setTyped}
        error={wrong.minutes}
      />
      <ChoiceGrid label={words.why} options={reasons} value={picked} onChange={setPicked} />
      <TextArea
        id="sheet-words"
        label={reasonWords.more}
        optional
        maxLength={160}
        value={text}
        onChange={setText}
        error={wrong.reason}
      />
      <MainAct id="sheet-send" onTap={tapped}>
        {words.yes}
      </MainAct>
    </>
  );
}
