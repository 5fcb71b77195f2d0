import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../api.ts';
import { useDraft } from '../platform/drafts.ts';
import { MainAct, openSheet, Row, Stack, say, Tap, TextArea, Words } from '../ui/index.ts';
import { wordsOf } from '../words.ts';
import { bedsideChanged } from './use-assessments.ts';
import { voidWords as w } from './words.ts';

/** Asks for the reason, shows what would follow, and only then makes a result void. */
export const askVoid = (assessmentId: string): Promise<true | undefined> =>
  openSheet<true>(w.title, (close) => <VoidForm assessmentId={assessmentId} done={() => close(true)} />);

function VoidForm({ assessmentId, done }: { assessmentId: string; done: () => void }) {
  const [reason, setReason, sent] = useDraft(`void/${assessmentId}`, '');
  const [after, setAfter] = useState<string>();
  const [error, setError] = useState<string>();

  async function send(dry: boolean) {
    if (!reason.trim()) return setError(w.need);
    setError(undefined);
    try {
      const { words } = await api.bedside.voidAssessment({ assessmentId, reason: reason.trim(), dry });
      if (dry) return setAfter(words);
      sent();
      await bedsideChanged();
      done();
      say(w.done);
    } catch (refused) {
      setError(wordsOf(refused));
    }
  }
  return (
    <Stack>
      <TextArea id="void-reason" label={w.reason} value={reason} error={error} maxLength={200} onChange={setReason} />
      <Row>
        {w.quick.map((one) => (
          <Tap key={one} className="w-chip" onTap={() => setReason(one)}>
            {one}
          </Tap>
        ))}
      </Row>
      {after === undefined ? (
        <MainAct id="void-look" onTap={() => send(true)}>
          {w.look}
        </MainAct>
      ) : (
        <>
          <Words tone="strong">{after}</Words>
          <Tap id="void-yes" className="w-danger" primary onTap={() => send(false)}>
            <View>{w.yes}</View>
          </Tap>
        </>
      )}
    </Stack>
  );
}
