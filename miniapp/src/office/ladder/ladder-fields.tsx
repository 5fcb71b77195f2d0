import { useState } from 'react';
import { Card, CheckGrid, PlainButton, Stack, TextInput, Words } from '../../ui/index.ts';
import { type LadderDraft, mostRungs, moved, type Wrongs, withOneMore, without } from './ladder-draft.ts';
import { ChipAct, RungCard, ways } from './rung-card.tsx';
import { ladderWords as w } from './words.ts';

interface LadderFieldsProps {
  draft: LadderDraft;
  onChange: (draft: LadderDraft) => void;
  wrongs: Wrongs;
}

/** The whole ladder as cards: steps, the loop, the family, and when a standstill is called. */
export function LadderFields({ draft, onChange, wrongs }: LadderFieldsProps) {
  const [editing, setEditing] = useState<number>();
  const flip = (key: number) => setEditing(editing === key ? undefined : key);
  const { rungs, loop } = draft;
  return (
    <Stack>
      {wrongs.rungs ? <Words tone="strong">{wrongs.rungs}</Words> : null}
      {rungs.map((rung, at) => (
        <RungCard
          key={rung.key}
          name={String(at)}
          title={w.step(at + 1)}
          rung={rung}
          wrongs={wrongs}
          path={`rungs.${at}`}
          editing={editing === rung.key}
          onEdit={() => flip(rung.key)}
          onChange={(changed) => onChange({ ...draft, rungs: rungs.map((one) => (one === rung ? changed : one)) })}
          acts={
            <>
              {at > 0 ? (
                <ChipAct
                  id={`up-${at}`}
                  words={w.up}
                  label={w.step(at + 1)}
                  onTap={() => onChange(moved(draft, at, -1))}
                />
              ) : null}
              {at < rungs.length - 1 ? (
                <ChipAct
                  id={`down-${at}`}
                  words={w.down}
                  label={w.step(at + 1)}
                  onTap={() => onChange(moved(draft, at, 1))}
                />
              ) : null}
              {rungs.length > 1 ? (
                <ChipAct
                  id={`remove-${at}`}
                  words={w.remove}
                  label={w.step(at + 1)}
                  onTap={() => onChange(without(draft, at))}
                />
              ) : null}
            </>
          }
        />
      ))}
      {rungs.length < mostRungs ? (
        <PlainButton id="add-rung" icon="plus" onTap={() => onChange(withOneMore(draft))}>
          {w.add}
        </PlainButton>
      ) : null}
      <RungCard
        name="loop"
        title={w.loop}
        note={w.loopNote}
        rung={loop}
        loop
        wrongs={wrongs}
        path="loop"
        editing={editing === loop.key}
        onEdit={() => flip(loop.key)}
        onChange={(changed) => onChange({ ...draft, loop: changed })}
      />
      <Card>
        <Stack>
          <CheckGrid
            name="family"
            label={w.family}
            hint={w.familyNote}
            options={ways}
            value={draft.family}
            onChange={(family) => onChange({ ...draft, family })}
            error={wrongs.family}
          />
          <TextInput
            id="stall"
            kind="number"
            label={w.stall}
            hint={w.stallHint}
            maxLength={5}
            value={draft.stall}
            onChange={(stall) => onChange({ ...draft, stall })}
            error={wrongs.stall}
          />
        </Stack>
      </Card>
    </Stack>
  );
}
