import { type Role, roleNames, roles } from '@wubian/shared/roles.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { queryClient } from '../../query.ts';
import { useAreas } from '../../registry/use-areas.ts';
import { Card, CheckGrid, errorOf, MainAct, Select, say, TextInput, Words } from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { peopleWords as w } from './words.ts';

type Given = Exclude<Role, 'resident' | 'family'>;
const given = roleNames.filter((role): role is Given => role !== 'resident' && role !== 'family');
const options = given.map((value) => ({ value, label: roles[value].label }));

interface Draft {
  id: string;
  name: string;
  phone: string;
  role: Given | '';
  communityIds: string[];
}
interface Wrong {
  name?: string | undefined;
  phone?: string | undefined;
  role?: string | undefined;
  communities?: string | undefined;
  words?: string | undefined;
}

/** Gives somebody a role by phone; she has it when she signs in. */
export function GiveRole({ given: whenGiven }: { given: () => void }) {
  const [first] = useState<Draft>(() => ({ id: newId(), name: '', phone: '', role: '', communityIds: [] }));
  const [draft, setDraft, done] = useDraft('give-role', first);
  const [wrong, setWrong] = useState<Wrong>({});
  const communities = useAreas().data?.communities ?? [];
  const put = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const byCommunity = draft.role !== '' && roles[draft.role].scope === 'communities';

  async function give() {
    const { role, communityIds, ...who } = draft;
    if (!role) return setWrong({ role: w.needRole });
    if (byCommunity && !communityIds.length) return setWrong({ communities: w.needCommunities });
    try {
      await api.accounts.giveRole({ ...who, role, communityIds: byCommunity ? communityIds : [] });
    } catch (refused) {
      const fields = { name: errorOf(refused, 'name'), phone: errorOf(refused, 'phone') };
      return setWrong({ ...fields, words: fields.name || fields.phone ? undefined : wordsOf(refused) });
    }
    done();
    await queryClient.invalidateQueries({ queryKey: ['accounts', 'people'] });
    whenGiven();
    say(w.given(draft.name));
  }
  return (
    <Card>
      <Words tone="soft">{w.giveLead}</Words>
      <TextInput
        id="give-phone"
        kind="phone"
        label={w.phone}
        maxLength={20}
        value={draft.phone}
        error={wrong.phone}
        onChange={(phone) => put({ phone })}
      />
      <TextInput
        id="give-name"
        label={w.name}
        maxLength={30}
        value={draft.name}
        error={wrong.name}
        onChange={(name) => put({ name })}
      />
      <Select
        id="give-role"
        label={w.giveRole}
        options={options}
        value={draft.role || undefined}
        error={wrong.role ?? wrong.words}
        onChange={(role) => put({ role })}
      />
      {byCommunity ? (
        <CheckGrid
          name="give-community"
          label={w.giveCommunities}
          options={communities.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.communityIds}
          error={wrong.communities}
          onChange={(communityIds) => put({ communityIds })}
        />
      ) : null}
      <MainAct id="give-send" onTap={give}>
        {w.giveYes}
      </MainAct>
    </Card>
  );
}
