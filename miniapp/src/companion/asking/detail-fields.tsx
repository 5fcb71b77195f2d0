import { doorOpeners } from '@wubian/shared/companion/door-openers.ts';
import { kinds } from '@wubian/shared/companion/kinds.ts';
import { CheckGrid, ChoiceGrid, Stack, TextArea, TextInput } from '../../ui/index.ts';
import { type AskDraft, partOf } from './ask-draft.ts';
import { askingWords as say } from './words.ts';

interface DetailFieldsProps {
  draft: AskDraft;
  onChange: (draft: AskDraft) => void;
  wrong: Readonly<Record<string, string>>;
  /** How the four who may open the door are called on this page. */
  openers: Readonly<Record<AskDraft['doorOpener'], string>>;
}

/** What may be said besides kind and time: the special part, what to bring, the door. */
export function DetailFields({ draft, onChange, wrong, openers }: DetailFieldsProps) {
  const set = (part: Partial<AskDraft>) => onChange({ ...draft, ...part });
  const part = partOf(draft.kind);
  return (
    <Stack>
      {part ? (
        <CheckGrid
          name="part"
          label={say.part}
          optional
          columns={1}
          options={[{ value: 'special', label: part.label }]}
          value={draft.part ? ['special'] : []}
          onChange={(chosen) => set({ part: chosen.length > 0 })}
        />
      ) : null}
      <TextArea
        id="bring"
        label={say.bring}
        hint={draft.kind && say.bringHint(kinds[draft.kind].bringHint)}
        optional
        maxLength={200}
        value={draft.bring}
        onChange={(bring) => set({ bring })}
        error={wrong.bring}
      />
      <ChoiceGrid
        name="opener"
        label={say.opener}
        columns={1}
        options={doorOpeners.map((value) => ({ value, label: openers[value] }))}
        value={draft.doorOpener}
        onChange={(doorOpener) => set({ doorOpener })}
        error={wrong.doorOpener}
      />
      <TextInput
        id="door-note"
        label={say.doorNote}
        hint={say.doorNoteHint}
        optional
        maxLength={100}
        value={draft.doorNote}
        onChange={(doorNote) => set({ doorNote })}
        error={wrong.doorNote}
      />
    </Stack>
  );
}
