import { useState } from 'react';
import { api } from '../../api.ts';
import { back } from '../../platform/nav.ts';
import { useSession } from '../../platform/session.ts';
import { stored } from '../../platform/store.ts';
import { Card, confirm, DangerButton, Empty, MainAct, Select, Shown, say as tell, Words } from '../../ui/index.ts';
import { askAnew } from '../use-task.ts';
import { useMyEstates, useMyFile } from './use-volunteering.ts';
import { volunteerWords as say } from './words.ts';

/** Chooses from which estate distances are counted. The server keeps only the point, the phone the estate's name. */
export function StartForm() {
  const owner = useSession()?.owner ?? '';
  const name = stored<string>(`start/${owner}`);
  const file = useMyFile();
  const estates = useMyEstates();
  const [picked, setPicked] = useState<string>();
  const [error, setError] = useState<string>();

  async function send(items: readonly { id: string; name: string }[]) {
    const estate = items.find(({ id }) => id === picked);
    if (!estate) return setError(say.startNeed);
    await api.companion.setMyPoint({ estateId: estate.id });
    name.write(estate.name);
    await askAnew();
    await back();
    tell(say.startDone);
  }
  async function clear() {
    if (!(await confirm({ title: say.startClearSure, words: say.startClearNote, yes: say.startClear, danger: true }))) {
      return;
    }
    await api.companion.setMyPoint({ estateId: null });
    name.drop();
    await askAnew();
    tell(say.startCleared);
  }
  const known = name.read();
  return (
    <>
      <Card tone="tint">
        <Words>{say.startWhy}</Words>
        <Words tone="strong">{say.startPrivate}</Words>
      </Card>
      <Shown query={file}>
        {({ point }) => <Words>{!point ? say.startUnset : known ? say.startSet(known) : say.startSomewhere}</Words>}
      </Shown>
      <Shown query={estates}>
        {({ items }) =>
          items.length ? (
            <>
              <Select
                id="estate"
                label={say.startChoose}
                options={items.map((one) => ({ value: one.id, label: `${one.name}（${one.communityName}）` }))}
                value={picked}
                onChange={setPicked}
                error={error}
              />
              <MainAct id="start-save" onTap={() => send(items)}>
                {say.startYes}
              </MainAct>
            </>
          ) : (
            <Empty words={say.startNone} />
          )
        }
      </Shown>
      {file.data?.point ? (
        <DangerButton id="start-clear" onTap={clear}>
          {say.startClear}
        </DangerButton>
      ) : null}
    </>
  );
}
