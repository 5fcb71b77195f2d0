import { useState } from 'react';
import { api } from '../api.ts';
import { now } from '../platform/clock.ts';
import { useDraft } from '../platform/drafts.ts';
import { relaunch } from '../platform/nav.ts';
import { newId } from '../platform/new-id.ts';
import { toFirstWrong } from '../platform/scroll.ts';
import { session } from '../platform/session.ts';
import { checkGrant, emptyGrant, type GrantDraft, GrantForm, registryWords, wrongOf } from '../registry/index.ts';
import { Card, MainAct, Stack, TextInput, say as tell, Words } from '../ui/index.ts';
import { stillWrong } from '../words-by-field.ts';
import { become, type Me, useSetMe } from './use-me.ts';
import { accountWords as say } from './words.ts';

interface FamilyDraft {
  /** Of the role's own request; made once, so that a second try is the same. */
  joinId: string;
  name: string;
  grant: GrantDraft;
}

/** Family, or an old person for herself: asks to be bound to a file; the elder or the community confirms it. */
export function JoinFamily({ me, as }: { me: Me; as: 'self' | 'family' }) {
  const self = as === 'self';
  const [draft, setDraft, done] = useDraft<FamilyDraft>(`join-${as}/${session.get()?.owner}`, {
    joinId: newId(),
    name: me.name,
    grant: emptyGrant(newId(), self ? 'self' : undefined),
  });
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const setMe = useSetMe();

  async function send() {
    const grant = { ...draft.grant, ...(self && { until: 'three' as const }) };
    const checked = checkGrant(grant, now());
    const nameWrong = !self && !draft.name.trim() ? { name: say.needName } : {};
    const allWrong = { ...nameWrong, ...('wrong' in checked && checked.wrong) };
    setWrong(allWrong);
    if ('wrong' in checked || Object.keys(allWrong).length) return toFirstWrong();
    try {
      // The community must read who asks before it can agree.
      const name = self ? checked.input.elderName : draft.name.trim();
      if (me.name !== name && !(self && me.name)) setMe(await api.accounts.rename({ name }));
      await api.registry.askGrant(checked.input);
      if (self) await finishSelf();
      else await finishFamily(checked.input.streetId, checked.input.communityId);
    } catch (refused) {
      setWrong(wrongOf(refused));
      toFirstWrong();
      throw refused;
    }
  }

  async function finishSelf() {
    done();
    await relaunch('home');
    tell(registryWords.sentSelf);
  }

  async function finishFamily(streetId: string, communityId: string) {
    const joined = await api.accounts.join({
      id: draft.joinId,
      role: 'family',
      streetId,
      communityIds: [communityId],
      name: draft.name,
    });
    const mine = joined.assignments.find((one) => one.role === 'family' && one.state === 'active');
    done();
    const ready = !mine || joined.active?.id === mine.id;
    await become(ready ? joined : await api.accounts.switchRole({ assignmentId: mine.id }));
    tell(registryWords.sent);
  }

  return (
    <Stack>
      <Card tone="tint">
        <Words>{self ? registryWords.explainSelf : registryWords.explain}</Words>
        {self ? null : <Words tone="soft">{registryWords.explainMore}</Words>}
      </Card>
      {self ? null : (
        <TextInput
          id="my-name"
          kind="name"
          label={say.myName}
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          maxLength={30}
          error={wrong.name}
        />
      )}
      <GrantForm
        draft={draft.grant}
        onChange={(grant) => {
          setWrong(stillWrong(wrong, { ...draft, ...draft.grant }, { ...draft, ...grant }));
          setDraft({ ...draft, grant });
        }}
        wrong={wrong}
      />
      <MainAct id="send-join" onTap={send}>
        {self ? registryWords.sendSelf : registryWords.send}
      </MainAct>
    </Stack>
  );
}
