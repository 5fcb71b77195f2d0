import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDraft } from '../platform/drafts.ts';
import { wordsOf } from '../words.ts';
import { MainAct } from './acts.tsx';
import { Tap } from './base/tap.tsx';
import { Row, Stack } from './blocks.tsx';
import { openSheet } from './dialogs.ts';
import { errorOf } from './field.tsx';
import { TextArea } from './inputs.tsx';

interface WordsFormProps {
  /** What the words are for, e.g. 不受理的原因. */
  label: string;
  hint?: string | undefined;
  /** Said beside the field when it is empty; without it the words may be left out. */
  need?: string | undefined;
  /** Common answers, one tap each. */
  quick?: readonly string[] | undefined;
  /** The act, e.g. 不受理. */
  yes: string;
  danger?: boolean | undefined;
  /** Where the half-typed words are kept, e.g. `decline/<id>`. */
  draft: string;
  /** Name of the input's field, to show its refusal beside the text. */
  field: string;
  maxLength?: number | undefined;
  /** Called with the trimmed words. What it throws is shown beside the text, and nothing typed is lost. */
  onSend: (words: string) => Promise<unknown>;
}

function WordsForm({ label, hint, need, quick = [], yes, danger, draft, field, ...rest }: WordsFormProps) {
  const [typed, setTyped, done] = useDraft(`words/${draft}`, '');
  const [error, setError] = useState<string>();
  const { onSend, maxLength = 200 } = rest;

  async function send() {
    const said = typed.trim();
    if (need && !said) return setError(need);
    try {
      await onSend(said);
      done();
    } catch (thrown) {
      setError(errorOf(thrown, field) ?? wordsOf(thrown));
    }
  }
  const area = { id: 'reason', label, hint, error, maxLength, optional: !need };
  return (
    <Stack>
      <TextArea {...area} value={typed} onChange={setTyped} />
      {quick.length ? (
        <Row>
          {quick.map((one) => (
            <Tap key={one} className="w-chip" onTap={() => setTyped(one)}>
              {one}
            </Tap>
          ))}
        </Row>
      ) : null}
      {danger ? (
        <Tap id="reason-send" className="w-danger" primary onTap={send}>
          <View>{yes}</View>
        </Tap>
      ) : (
        <MainAct id="reason-send" onTap={send}>
          {yes}
        </MainAct>
      )}
    </Stack>
  );
}

/**
 * Asks for some words and does an act with them; the sheet stays until the act is done, with what was typed.
 * Resolves true when it was done, false when the sheet was closed.
 */
export const askWords = async (title: string, form: WordsFormProps): Promise<boolean> =>
  (await openSheet<true>(title, (close) => (
    <WordsForm
      {...form}
      onSend={async (said) => {
        await form.onSend(said);
        close(true);
      }}
    />
  ))) === true;
