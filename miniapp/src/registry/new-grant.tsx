import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api.ts';
import { now } from '../platform/clock.ts';
import { useDraft } from '../platform/drafts.ts';
import { newId } from '../platform/new-id.ts';
import { toFirstWrong, toTop } from '../platform/scroll.ts';
import { session } from '../platform/session.ts';
import { Card, MainAct, say as tell, Words } from '../ui/index.ts';
import { stillWrong } from '../words-by-field.ts';
import { checkGrant, emptyGrant, type GrantDraft, wrongOf } from './grant-draft.ts';
import { GrantForm } from './grant-form.tsx';
import { registryWords as say } from './words.ts';

/** Asks to act for one more elder; `sent` is called once it was taken. */
export function NewGrant({ sent }: { sent: () => void }) {
  const client = useQueryClient();
  const first = emptyGrant(newId());
  const [draft, setDraft, done] = useDraft<GrantDraft>(`grant/${session.get()?.owner}`, first);
  const [wrong, setWrong] = useState<Record<string, string>>({});

  async function send() {
    const checked = checkGrant(draft, now());
    setWrong('wrong' in checked ? checked.wrong : {});
    if ('wrong' in checked) return toFirstWrong();
    try {
      await api.registry.askGrant(checked.input);
    } catch (refused) {
      setWrong(wrongOf(refused));
      toFirstWrong();
      throw refused;
    }
    done();
    await client.invalidateQueries();
    sent();
    toTop();
    tell(say.sent);
  }

  return (
    <>
      <Card tone="tint">
        <Words>{say.explain}</Words>
        <Words tone="soft">{say.explainMore}</Words>
      </Card>
      <GrantForm
        draft={draft}
        onChange={(next) => {
          setWrong(stillWrong(wrong, draft, next));
          setDraft(next);
        }}
        wrong={wrong}
      />
      <MainAct id="send-grant" onTap={send}>
        {say.send}
      </MainAct>
    </>
  );
}
