import { dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import { errorOf, MainAct, PlainButton, Select, Stack, say, TextInput } from '../../ui/index.ts';
import { ProofAndPublish } from './proof-and-publish.tsx';
import { ShiftFields } from './shift-fields.tsx';
import { act, type Post, type RosterSheet, type Shift } from './use-duty.ts';
import { planWords as w } from './words.ts';

const newShift = (): Shift => ({
  ...{ id: newId(), name: '', from: '08:00', to: '08:00', days: 'every', weekdays: [] },
  ...{ each: 'day', since: dayOf(now()), turns: [] },
});

interface Props {
  post: Post | undefined;
  people: RosterSheet['people'];
  /** Where a new post may be; '' is the street's duty leader. */
  places: readonly { value: string; label: string }[];
  communityId: string | undefined;
}

/** The draft of a post: written, proved, and only then published. */
export function PlanForm({ post: known, people, places, communityId }: Props) {
  const [post, setPost] = useState(known);
  const [postId] = useState(() => known?.id ?? newId());
  const [name, setName] = useState(known?.name ?? '今日我当班');
  const [phone, setPhone] = useState(known?.phone ?? '');
  const [place, setPlace] = useState(known ? (known.communityId ?? '') : (communityId ?? places[0]?.value ?? ''));
  const [shifts, setShifts] = useState<Shift[]>(() => {
    const before = known?.draft ?? known?.shifts ?? [];
    return before.length ? [...before] : [newShift()];
  });
  const [saved, setSaved] = useState(known?.draft !== null && known !== undefined);
  const [error, setError] = useState<unknown>();
  const fit = people.filter(
    ({ communityIds }) => communityIds === null || communityIds.includes(place) || place === '',
  );

  const edit = (next: Shift[]) => {
    setShifts(next);
    setSaved(false);
  };
  async function save() {
    setError(undefined);
    try {
      const head = { postId, communityId: place || null, name, phone: phone || null, rev: post?.rev ?? 0 };
      setPost(await act(api.response.planDuty({ ...head, shifts })));
    } catch (thrown) {
      setError(thrown);
      throw thrown;
    }
    setSaved(true);
    say(w.saved);
  }
  return (
    <Stack>
      {post ? null : <Select id="place" label={w.place} options={places} value={place} onChange={setPlace} />}
      <TextInput
        id="post-name"
        label={w.name}
        maxLength={20}
        value={name}
        onChange={setName}
        error={errorOf(error, 'name')}
      />
      <TextInput
        id="post-phone"
        label={w.phone}
        hint={w.phoneHint}
        kind="phone"
        optional
        value={phone}
        onChange={setPhone}
        error={errorOf(error, 'phone')}
      />
      {shifts.map((shift, n) => (
        <ShiftFields
          key={shift.id}
          n={n}
          shift={shift}
          people={fit}
          onChange={(next) => edit(shifts.map((one) => (one.id === next.id ? next : one)))}
          onDrop={shifts.length > 1 ? () => edit(shifts.filter(({ id }) => id !== shift.id)) : undefined}
        />
      ))}
      <PlainButton id="add-shift" icon="plus" onTap={() => edit([...shifts, newShift()])}>
        {w.addShift}
      </PlainButton>
      {saved && post ? (
        <ProofAndPublish post={post} onPublished={setPost} />
      ) : (
        <MainAct id="save-plan" onTap={save}>
          {w.save}
        </MainAct>
      )}
    </Stack>
  );
}
