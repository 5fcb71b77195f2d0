import { useState } from 'react';
import { api } from '../../api.ts';
import { back } from '../../platform/nav.ts';
import { Card, confirm, DangerButton, Empty, MainAct, Select, Shown, say as tell, Words } from '../../ui/index.ts';
import { askAnew } from '../use-task.ts';
import { useMyEstates, useMyFile } from './use-volunteering.ts';
import { volunteerWords as say } from './words.ts';

/** Chooses from which estate distances are counted. Only she herself is told which it is. */
export function StartForm() {
  const file = useMyFile();
  const estates = useMyEstates();
  const [picked, setPicked] = useState<string>();
  const [error, setError] = useState<string>();

  async function send(items: readonly { id: string; name: string }[]) {
    const estate = items.find(({ id }) => id === picked);
    if (!estate) return setError(say.startNeed);
    await api.companion.setMyPoint({ estateId: estate.id });
    await askAnew();
    await back();
    tell(say.startDone);
  }
  async function clear() {
    if (!(await confirm({ title: say.startClearSure, words: say.startClearNote, yes: say.startClear, danger: true }))) {
      return;
    }
    await api.companion.setMyPoint({ estateId: null });
    await askAnew();
    tell(say.startCleared);
  }
  return (
    <>
      <Card tone="tint">
        <Words>{say.startWhy}</Words>
        <Words tone="strong">{say.startPrivate}</Words>
      </Card>
      <Shown query={file}>
        {({ startEstate }) => <Words>{startEstate ? say.startSet(startEstate.name) : say.startUnset}</Words>}
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
      {file.data?.startEstate ? (
        <DangerButton id="start-clear" onTap={clear}>
          {say.startClear}
        </DangerButton>
      ) : null}
    </>
  );
}
