import { type LifeMove, lifeMoves } from '@wubian/shared/registry/life.ts';
import { dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { toTop } from '../../platform/scroll.ts';
import { Chips, ChoiceGrid, errorOf, MainAct, Stack, say, TextInput } from '../../ui/index.ts';
import type { Elder } from '../elders/use-elders.ts';
import { PastDay, ReturnDay } from './day-choice.tsx';
import { MoveCheck } from './move-check.tsx';
import { checkMove, hasReturn, type MoveDraft, type MoveWrong } from './move-draft.ts';
import { lifeChanged } from './use-life.ts';
import { lifeWords as w } from './words.ts';

const fields = ['move', 'on', 'until', 'why'] as const;
const whyChips = w.whyChoices.map((value) => ({ value, label: value }));

/** What has become of her: filled in, then looked at with all that follows, then written down. */
export function MoveForm({ elder }: { elder: Elder }) {
  const fresh = (): MoveDraft => ({ id: newId(), move: undefined, on: dayOf(now()), until: '', why: '' });
  const [draft, setDraft, forget] = useDraft<MoveDraft>(`life/${elder.id}`, fresh());
  const [wrong, setWrong] = useState<MoveWrong>({});
  const [lines, setLines] = useState<string[]>();
  const set = (part: Partial<MoveDraft>) => {
    setDraft({ ...draft, ...part });
    setWrong({});
  };

  /** Runs an act; what the server says of a field is shown beside it, on the form. */
  async function byField(act: () => Promise<void>) {
    try {
      await act();
    } catch (error) {
      const said = fields.flatMap((field) => {
        const words = errorOf(error, field);
        return words ? [[field, words] as const] : [];
      });
      if (!said.length) throw error;
      setWrong(Object.fromEntries(said));
      setLines(undefined);
    }
  }
  const checked = checkMove(draft, elder.status);
  const next = () =>
    byField(async () => {
      setWrong('wrong' in checked ? (checked.wrong ?? {}) : {});
      if (!checked.input) return;
      const { move, until } = checked.input;
      const foreseen = await api.registry.foreseeLife({ elderId: elder.id, move, ...(until && { until }) });
      setLines(foreseen.lines);
      toTop();
    });
  const write = () =>
    byField(async () => {
      if (!checked.input) return;
      lifeChanged(await api.registry.moveLife({ elderId: elder.id, ...checked.input }));
      forget();
      setDraft(fresh());
      setLines(undefined);
      say(w.done);
      toTop();
    });

  if (lines && checked.input)
    return (
      <MoveCheck elder={elder} move={checked.input} lines={lines} onGo={write} onBack={() => setLines(undefined)} />
    );
  return (
    <Stack>
      <ChoiceGrid
        name="life-move"
        label={w.what}
        options={elder.moves.map((value) => ({ value, label: lifeMoves[value as LifeMove].label }))}
        value={draft.move}
        error={wrong.move}
        onChange={(move) => set({ move })}
      />
      <PastDay value={draft.on} error={wrong.on} onChange={(on) => set({ on })} />
      {hasReturn(draft.move) ? (
        <ReturnDay value={draft.until} error={wrong.until} onChange={(until) => set({ until })} />
      ) : null}
      <TextInput
        id="life-why"
        label={w.why}
        hint={w.whyHint}
        maxLength={100}
        value={draft.why}
        error={wrong.why}
        onChange={(why) => set({ why })}
      />
      <Chips
        name="life-why"
        label={w.why}
        options={whyChips}
        value={draft.why as (typeof whyChips)[number]['value']}
        onChange={(why) => set({ why })}
      />
      <MainAct id="life-next" onTap={next}>
        {w.next}
      </MainAct>
    </Stack>
  );
}
