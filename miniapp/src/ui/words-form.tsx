import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDraft } from '../platform/drafts.ts';
import { words, wordsOf } from '../words.ts';
import { DangerButton, MainAct, PlainButton } from './acts.tsx';
import { Tap } from './base/tap.tsx';
import { Card, Row } from './blocks.tsx';
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
  /** Called with the trimmed words. What it throws is shown beside the text, and nothing typed is lost. */
  onSend: (words: string) => Promise<unknown>;
  onLeave: () => void;
  maxLength?: number | undefined;
}

/** Some words and the act they belong to: a reason, a remark. Stands in the place of the acts that opened it. */
export function WordsForm({ label, hint, need, quick = [], yes, danger, draft, field, ...rest }: WordsFormProps) {
  const [typed, setTyped, done] = useDraft(`words/${draft}`, '');
  const [error, setError] = useState<string>();
  const { onSend, onLeave, maxLength = 200 } = rest;

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
  const Act = danger ? DangerButton : MainAct;
  return (
    <Card>
      <TextArea
        id="reason"
        label={label}
        hint={hint}
        error={error}
        optional={!need}
        maxLength={maxLength}
        value={typed}
        onChange={setTyped}
      />
      {quick.length ? (
        <Row>
          {quick.map((one) => (
            <Tap key={one} className="w-chip" onTap={() => setTyped(one)}>
              <View className="w-chip-body">{one}</View>
            </Tap>
          ))}
        </Row>
      ) : null}
      <Act id="reason-send" onTap={send}>
        {yes}
      </Act>
      <PlainButton id="reason-leave" onTap={onLeave}>
        {words.cancel}
      </PlainButton>
    </Card>
  );
}
