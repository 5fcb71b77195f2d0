import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { Card, MainAct, PlainButton, Section, Select, Stack, say, TextArea, Words, whenWords } from '../../ui/index.ts';
import { act, type Mine, type Note } from './use-duty.ts';
import { mineWords as w } from './words.ts';

async function read(noteId: string): Promise<void> {
  await act(api.response.readDutyNote({ noteId }));
  say(w.readDone);
}

/** What the one before left to know; the first carries the page's main act. */
export function NotesToRead({ notes }: { notes: readonly Note[] }) {
  const unread = notes.filter(({ toRead }) => toRead);
  if (!unread.length) return null;
  return (
    <Section title={w.toRead}>
      {unread.map(({ id, words, by, at, communityName }, n) => (
        <Card key={id} tone="glow">
          <Words tone="soft">{`${communityName} ${w.noteBy(by, whenWords(at, now()))}`}</Words>
          <Words tone="lead">{words}</Words>
          {n === 0 ? (
            <MainAct id={`read-${id}`} icon="check" onTap={() => read(id)}>
              {w.read}
            </MainAct>
          ) : (
            <PlainButton id={`read-${id}`} icon="check" onTap={() => read(id)}>
              {w.read}
            </PlainButton>
          )}
        </Card>
      ))}
    </Section>
  );
}

/** Leaves a note for the next one. */
export function WriteNote({ posts }: { posts: Mine['posts'] }) {
  const [words, setWords, done] = useDraft('duty/note', '');
  const [postId, setPostId] = useState(posts[0]?.id);
  const [error, setError] = useState<string>();
  if (!postId) return null;

  async function send() {
    if (!words.trim()) return setError(w.need);
    await act(api.response.writeDutyNote({ id: newId(), postId: postId ?? '', words }));
    setWords('');
    done();
    setError(undefined);
    say(w.sent);
  }
  return (
    <Section title={w.write}>
      <Stack>
        {posts.length > 1 ? (
          <Select
            id="note-post"
            label={w.post}
            options={posts.map(({ id, name }) => ({ value: id, label: name }))}
            value={postId}
            onChange={setPostId}
          />
        ) : null}
        <TextArea id="note" label={w.write} hint={w.writeHint} value={words} onChange={setWords} error={error} />
        <PlainButton id="send-note" onTap={send}>
          {w.send}
        </PlainButton>
      </Stack>
    </Section>
  );
}

/** Notes of the last week, with who has read them. */
export function NoteLog({ notes }: { notes: readonly Note[] }) {
  const rest = notes.filter(({ toRead }) => !toRead);
  if (!rest.length) return null;
  return (
    <Section title={w.notes}>
      {rest.map(({ id, words, by, at, readBy, communityName }) => (
        <Card key={id}>
          <Words tone="soft">{`${communityName} ${w.noteBy(by, whenWords(at, now()))}`}</Words>
          <Words>{words}</Words>
          <Words tone="soft">
            {readBy.length
              ? w.readBy(readBy.map((one) => `${one.name} ${whenWords(one.at, now())}`).join('、'))
              : w.notRead}
          </Words>
        </Card>
      ))}
    </Section>
  );
}
