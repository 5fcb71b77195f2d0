import type { overrideKinds } from '@wubian/shared/response/roster/labels.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { CheckGrid, Chips, errorOf, PlainButton, Select, Stack, say, TextInput } from '../../ui/index.ts';
import { newStretch, sentStretch } from './day-time.tsx';
import { StretchChoice } from './stretch-choice.tsx';
import { act, type Post, type RosterSheet } from './use-duty.ts';
import { rosterWords as w } from './words.ts';

type Kind = (typeof overrideKinds)[number] | 'temporary';
const kinds: readonly Kind[] = ['replace', 'add', 'remove', 'temporary'];

/** A change of a post for a while: somebody more, less, in place of another, or only these. */
export function ChangeForm({
  posts,
  people,
  placeOf,
  onDone,
}: {
  posts: readonly Post[];
  people: RosterSheet['people'];
  placeOf: (communityId: string | null) => string;
  onDone: () => void;
}) {
  const [postId, setPostId] = useState(posts[0]?.id ?? '');
  const [kind, setKind] = useState<Kind>('replace');
  const [out, setOut] = useState<string>();
  const [comes, setComes] = useState<string>();
  const [only, setOnly] = useState<string[]>([]);
  const [stretch, setStretch] = useState(newStretch);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const place = posts.find(({ id }) => id === postId)?.communityId ?? null;
  const fit = people.filter(
    ({ communityIds }) => communityIds === null || (place !== null && communityIds.includes(place)),
  );
  const options = fit.map(({ accountId, name }) => ({ value: accountId, label: name }));

  async function save() {
    const head = { id: newId(), postId, ...sentStretch(stretch), reason };
    try {
      if (kind === 'temporary') {
        const { from, to } = head;
        await act(api.response.setTemporaryDuty({ ...head, shifts: [{ from, to, accountIds: only }] }));
      } else {
        const who = { out: kind === 'add' ? null : (out ?? null), in: kind === 'remove' ? null : (comes ?? null) };
        await act(api.response.overrideDuty({ ...head, kind, ...who }));
      }
    } catch (thrown) {
      setError(thrown);
      throw thrown;
    }
    say(w.saved);
    onDone();
  }
  return (
    <Stack>
      <Select
        id="change-post"
        label={w.post}
        options={posts.map(({ id, name, communityId }) => ({ value: id, label: `${placeOf(communityId)} ${name}` }))}
        value={postId}
        onChange={setPostId}
      />
      <Chips
        name="change"
        label={w.kind}
        options={kinds.map((value) => ({ value, label: w.kinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'replace' || kind === 'remove' ? (
        <Select
          id="change-out"
          label={w.whom}
          options={options}
          value={out}
          onChange={setOut}
          error={errorOf(error, 'out')}
        />
      ) : null}
      {kind === 'replace' || kind === 'add' ? (
        <Select
          id="change-in"
          label={w.who}
          options={options}
          value={comes}
          onChange={setComes}
          error={errorOf(error, 'in')}
        />
      ) : null}
      {kind === 'temporary' ? (
        <CheckGrid
          name="only"
          label={w.only}
          columns={3}
          options={options}
          value={only}
          onChange={setOnly}
          error={errorOf(error, 'shifts.0.accountIds') && w.needWho}
        />
      ) : null}
      <StretchChoice value={stretch} onChange={setStretch} error={errorOf(error, 'to')} />
      <TextInput
        id="change-reason"
        label={w.reason}
        maxLength={100}
        value={reason}
        onChange={setReason}
        error={errorOf(error, 'reason')}
      />
      <PlainButton id="save-change" onTap={save}>
        {w.save}
      </PlainButton>
    </Stack>
  );
}
