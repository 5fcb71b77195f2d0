import { isAway } from '@wubian/shared/registry/life.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { askWords, errorOf, MainAct, openSheet, PlainButton, Stack, say, TextInput } from '../../ui/index.ts';
import type { Elder } from '../elders/use-elders.ts';
import { ReturnDay } from './day-choice.tsx';
import { type Life, lifeChanged } from './use-life.ts';
import { lifeWords as w } from './words.ts';

function ReturnForm({ elder, onDone }: { elder: Elder; onDone: (done: true) => void }) {
  const [until, setUntil] = useState(elder.statusUntil ?? '');
  const [why, setWhy] = useState('');
  const [wrong, setWrong] = useState<{ until?: string | undefined; why?: string | undefined }>({});
  async function send() {
    if (!why.trim()) return setWrong({ why: w.needWhy });
    try {
      lifeChanged(await api.registry.changeReturn({ elderId: elder.id, until: until || null, why: why.trim() }));
      onDone(true);
    } catch (error) {
      const said = { until: errorOf(error, 'until'), why: errorOf(error, 'why') };
      if (!said.until && !said.why) throw error;
      setWrong(said);
    }
  }
  return (
    <Stack>
      <ReturnDay value={until} error={wrong.until} onChange={setUntil} />
      <TextInput id="return-why" label={w.why} maxLength={100} value={why} error={wrong.why} onChange={setWhy} />
      <MainAct id="return-go" onTap={send}>
        {w.otherReturnGo}
      </MainAct>
    </Stack>
  );
}

/** Acts on a life beside a new move: another day of return, and to ask for an undo. */
export function LifeActs({ elder, life }: { elder: Elder; life: Life }) {
  const { undoable } = life;
  async function otherReturn() {
    if (await openSheet<true>(w.otherReturn, (close) => <ReturnForm elder={elder} onDone={close} />))
      say(w.returnChanged);
  }
  const askUndo = (moveId: string) =>
    askWords(w.undoAskTitle, {
      ...{ label: w.undoWhy, need: w.undoNeed, yes: w.undoSend, draft: `undo/${moveId}`, field: 'why', maxLength: 100 },
      async onSend(why) {
        lifeChanged(await api.registry.askUndo({ elderId: elder.id, moveId, why }));
        say(w.undoAsked);
      },
    });
  return (
    <>
      {isAway(elder.status) && elder.can.edit ? (
        <PlainButton id="life-return" onTap={otherReturn}>
          {w.otherReturn}
        </PlainButton>
      ) : null}
      {undoable ? (
        <PlainButton id="life-undo" onTap={() => askUndo(undoable)}>
          {w.undoAsk}
        </PlainButton>
      ) : null}
    </>
  );
}
