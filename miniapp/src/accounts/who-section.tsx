import { useState } from 'react';
import { api } from '../api.ts';
import { Card, errorOf, Facts, PlainButton, Stack, TextInput, say as tell } from '../ui/index.ts';
import { wordsOf } from '../words.ts';
import { PhoneCode } from './phone-code.tsx';
import { type Me, useSetMe } from './use-me.ts';
import { accountWords as say } from './words.ts';

/** Name and phone, and how to change them. */
export function WhoSection({ me }: { me: Me }) {
  const [doing, setDoing] = useState<'name' | 'phone'>();
  const setMe = useSetMe();
  return (
    <Card>
      <Facts
        items={[
          [say.name, me.name || say.noName],
          [say.phone, me.phoneMasked ?? say.noPhone],
        ]}
      />
      {doing === 'name' ? (
        <Rename name={me.name} done={(changed) => [setMe(changed), setDoing(undefined)]} />
      ) : (
        <PlainButton id="rename" onTap={() => setDoing('name')}>
          {say.rename}
        </PlainButton>
      )}
      {me.phoneMasked === null && doing !== 'phone' ? (
        <PlainButton id="bind-phone" onTap={() => setDoing('phone')}>
          {say.bindPhone}
        </PlainButton>
      ) : null}
      {doing === 'phone' ? (
        <PhoneCode
          act={say.bindSave}
          use={async (given) => {
            setMe(await api.accounts.bindPhone(given));
            setDoing(undefined);
            tell(say.bindDone);
          }}
        />
      ) : null}
    </Card>
  );
}

function Rename({ name, done }: { name: string; done: (me: Me) => unknown }) {
  const [typed, setTyped] = useState(name);
  const [error, setError] = useState<string>();
  async function save() {
    if (!typed.trim()) return setError(say.needName);
    try {
      done(await api.accounts.rename({ name: typed }));
    } catch (refused) {
      setError(errorOf(refused, 'name') ?? wordsOf(refused));
    }
  }
  return (
    <Stack>
      <TextInput
        id="name"
        kind="name"
        label={say.name}
        value={typed}
        onChange={setTyped}
        maxLength={30}
        error={error}
        onEnter={save}
      />
      <PlainButton id="save-name" onTap={save}>
        {say.saveName}
      </PlainButton>
    </Stack>
  );
}
