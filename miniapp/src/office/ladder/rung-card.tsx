import { channels, type LadderChannel, type Target, targetNames, targets } from '@wubian/shared/response/ladder.ts';
import type { ReactNode } from 'react';
import { Card, CheckGrid, Row, Stack, Tap, TextInput, Words } from '../../ui/index.ts';
import type { RungDraft, Wrongs } from './ladder-draft.ts';
import { ladderWords as w } from './words.ts';

const people = targetNames.map((value) => ({ value, label: targets[value] }));
export const ways = (Object.keys(channels) as LadderChannel[]).map((value) => ({ value, label: channels[value] }));

interface RungCardProps {
  /** Ids of its controls end with it. */
  name: string;
  title: string;
  note?: string | undefined;
  rung: RungDraft;
  loop?: boolean | undefined;
  wrongs: Wrongs;
  /** Where the schema names it: `rungs.0`. */
  path: string;
  editing: boolean;
  onEdit: () => void;
  onChange: (rung: RungDraft) => void;
  /** Further acts of the card. */
  acts?: ReactNode;
}

/** The steps' small acts. */
export const ChipAct = ({
  id,
  words,
  label,
  onTap,
}: {
  id: string;
  words: string;
  label: string;
  onTap: () => void;
}) => (
  <Tap className="w-chip" id={id} onTap={onTap} aria={{ label: `${words}：${label}` }}>
    {words}
  </Tap>
);

/** One step: whom, by which ways, how long until the next. */
export function RungCard({ name, title, note, rung, loop, wrongs, path, editing, ...rest }: RungCardProps) {
  const { onEdit, onChange, acts } = rest;
  const wrong = (field: string) => wrongs[`${path}.${field}`];
  const isWrong = Object.keys(wrongs).some((one) => one.startsWith(`${path}.`));
  return (
    <Card tone={isWrong ? 'glow' : undefined}>
      <Stack tight>
        <Row>
          <Words tone="strong">{title}</Words>
          <Words tone="soft">{loop ? w.every(rung.wait) : w.seconds(rung.wait)}</Words>
        </Row>
        <Words>{rung.call.map((one: Target) => targets[one]).join('、')}</Words>
        <Words tone="soft">{rung.channels.map((one) => channels[one]).join('、')}</Words>
        {note ? <Words tone="soft">{note}</Words> : null}
        <Row>
          <ChipAct id={`edit-${name}`} words={editing ? w.editDone : w.edit} label={title} onTap={onEdit} />
          {acts}
        </Row>
        {editing || isWrong ? (
          <Stack>
            <CheckGrid
              name={`call-${name}`}
              label={w.whom}
              options={people}
              value={rung.call}
              onChange={(call) => onChange({ ...rung, call })}
              error={wrong('call')}
            />
            <CheckGrid
              name={`ways-${name}`}
              label={w.ways}
              options={ways}
              value={rung.channels}
              onChange={(picked) => onChange({ ...rung, channels: picked })}
              error={wrong('channels')}
            />
            <TextInput
              id={`wait-${name}`}
              kind="number"
              label={loop ? w.loopWait : w.wait}
              hint={loop ? w.loopWaitHint : w.waitHint}
              maxLength={4}
              value={rung.wait}
              onChange={(wait) => onChange({ ...rung, wait })}
              error={wrong('wait')}
            />
          </Stack>
        ) : null}
      </Stack>
    </Card>
  );
}
