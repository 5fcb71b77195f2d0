import type { Ladder } from '@wubian/shared/response/ladder.ts';
import { useState } from 'react';
import { draftOf, type LadderDraft, readDraft } from '../../office/ladder/ladder-draft.ts';
import { LadderFields } from '../../office/ladder/ladder-fields.tsx';
import { ladderWords } from '../../office/ladder/words.ts';
import { now } from '../../platform/clock.ts';
import { Columns, MainAct, PlainButton, Section, Shown, Stack, say, Words, whenWords } from '../../ui/index.ts';
import { isSame, ReplaySteps } from './replay-steps.tsx';
import { type Replay, useReplay } from './use-drills.ts';
import { drillWords as w } from './words.ts';

/** The ladder of a call, to be changed and played again. */
function Change({ own, onRun }: { own: Ladder; onRun: (ladder: Ladder) => void }) {
  const [draft, setDraft] = useState<LadderDraft>(() => draftOf(own));
  const read = readDraft(draft, ladderWords.numberNeed);
  const run = () => ('value' in read ? onRun(read.value) : say(w.wrong, 'error'));
  return (
    <Section title={w.change}>
      <Stack>
        <MainAct id="run-replay" onTap={run}>
          {w.run}
        </MainAct>
        <LadderFields draft={draft} onChange={setDraft} wrongs={'wrongs' in read ? read.wrongs : {}} />
        <PlainButton
          id="reset-replay"
          onTap={() => {
            setDraft(draftOf(own));
            onRun(own);
          }}
        >
          {w.reset}
        </PlainButton>
      </Stack>
    </Section>
  );
}

const Acts = ({ acts }: Pick<Replay, 'acts'>) => (
  <Section title={w.acts}>
    <Stack tight>
      {acts.length ? null : <Words>{w.noActs}</Words>}
      {acts.map(({ second, words }) => (
        <Words key={`${second} ${words}`}>{`${w.after(second)} · ${words}`}</Words>
      ))}
    </Stack>
  </Section>
);

/** A call beside itself under another ladder. */
export function ReplayView({ incidentId }: { incidentId: string }) {
  const [ladder, setLadder] = useState<Ladder>();
  const query = useReplay(incidentId, ladder);
  return (
    <Shown query={query}>
      {(replay) => (
        <>
          <Words tone="strong">{w.about(replay.elderName, whenWords(replay.raisedAt, now()))}</Words>
          <Columns min={300}>
            <Stack>
              <ReplaySteps title={w.was} steps={replay.was} />
              <Acts acts={replay.acts} />
            </Stack>
            <ReplaySteps title={w.would} steps={replay.would} note={isSame(replay) ? w.same : undefined} />
            <Change own={replay.ladder} onRun={setLadder} />
          </Columns>
        </>
      )}
    </Shown>
  );
}
