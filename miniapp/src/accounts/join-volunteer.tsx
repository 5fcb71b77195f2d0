import { useState } from 'react';
import { api } from '../api.ts';
import { useAskConsent } from '../notices/index.ts';
import { useDraft } from '../platform/drafts.ts';
import { relaunch } from '../platform/nav.ts';
import { newId } from '../platform/new-id.ts';
import { toFirstWrong } from '../platform/scroll.ts';
import { session } from '../platform/session.ts';
import { CheckGrid, errorOf, MainAct, Select, Shown, Stack, TextInput, say as tell, Words } from '../ui/index.ts';
import { type Me, useSetMe } from './use-me.ts';
import { useStreets } from './use-streets.ts';
import { accountWords as say } from './words.ts';

interface VolunteerDraft {
  id: string;
  streetId?: string | undefined;
  communityIds: string[];
  name: string;
}

/** Applies to be a volunteer in some communities; the community admits her before she sees any task. */
export function JoinVolunteer({ me }: { me: Me }) {
  const streets = useStreets();
  const setMe = useSetMe();
  const askConsent = useAskConsent();
  const [error, setError] = useState<unknown>();
  const [wrong, setWrong] = useState<{ name?: string; streetId?: string; communityIds?: string }>({});
  const [draft, setDraft, done] = useDraft<VolunteerDraft>(`join-volunteer/${session.get()?.owner}`, {
    id: newId(),
    communityIds: [],
    name: me.name,
  });
  const set = (part: Partial<VolunteerDraft>) => setDraft({ ...draft, ...part });

  async function send(streetId: string | undefined) {
    const found = {
      ...(!draft.name.trim() && { name: say.needName }),
      ...(!streetId && { streetId: say.needStreet }),
      ...(!draft.communityIds.length && { communityIds: say.needCommunity }),
    };
    setWrong(found);
    if (!streetId || Object.keys(found).length) return toFirstWrong();
    try {
      askConsent();
      setMe(await api.accounts.join({ ...draft, streetId, role: 'volunteer' }));
      done();
      await relaunch(me.active ? 'home' : 'join');
      tell(say.volunteerPending);
    } catch (refused) {
      setError(refused);
      throw refused;
    }
  }

  return (
    <Shown query={streets}>
      {({ items }) => {
        const street = items.find((one) => one.id === draft.streetId) ?? (items.length === 1 ? items[0] : undefined);
        return (
          <Stack>
            <TextInput
              id="my-name"
              kind="name"
              label={say.myName}
              value={draft.name}
              onChange={(name) => set({ name })}
              maxLength={30}
              error={wrong.name ?? errorOf(error, 'name')}
            />
            {items.length > 1 ? (
              <Select
                id="street"
                label={say.street}
                options={items.map(({ id, name }) => ({ value: id, label: name }))}
                value={draft.streetId}
                onChange={(streetId) => set({ streetId, communityIds: [] })}
                error={wrong.streetId}
              />
            ) : null}
            {street ? (
              <CheckGrid
                name="community"
                label={say.communityOf.volunteer}
                columns={1}
                options={street.communities.map(({ id, name }) => ({ value: id, label: name }))}
                value={draft.communityIds}
                onChange={(communityIds) => set({ communityIds })}
                error={wrong.communityIds ?? errorOf(error, 'communityIds')}
              />
            ) : null}
            <Words tone="soft">{say.volunteerNote}</Words>
            <MainAct id="send-join" onTap={() => send(street?.id)}>
              {say.joinVolunteer}
            </MainAct>
          </Stack>
        );
      }}
    </Shown>
  );
}
