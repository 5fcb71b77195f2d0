import { useQuery } from '@tanstack/react-query';
import { dayOf, sayDay } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { back } from '../../platform/nav.ts';
import { confirm, ListRow, MainAct, Rows, Section, Shown, say, Words } from '../../ui/index.ts';
import { DaySelect } from './day-time.tsx';
import { Holes } from './holes.tsx';
import { act, type Post } from './use-duty.ts';
import { planWords as w } from './words.ts';

/** The holes that the draft would have, from a day on; publishing with any needs an explicit yes. */
export function ProofAndPublish({ post, onPublished }: { post: Post; onPublished: (post: Post) => void }) {
  const { id: postId, rev } = post;
  const [from, setFrom] = useState(() => dayOf(now()));
  const proof = useQuery({
    queryKey: ['duty', 'proof', postId, rev, from],
    queryFn: () => api.response.proveDuty({ postId, from }),
  });

  async function publish(holes: number) {
    const question = { title: w.despiteTitle(holes), words: w.despiteWords, yes: w.despite, danger: true };
    if (holes && !(await confirm(question))) return;
    onPublished(await act(api.response.publishDuty({ postId, rev, from, despite: holes > 0 })));
    say(w.published);
    back();
  }
  return (
    <Section title={w.proof}>
      <DaySelect id="publish-from" label={w.start} value={from} onChange={setFrom} />
      <Shown query={proof}>
        {({ holes, yearNote }) => (
          <>
            {yearNote ? <Words tone="soft">{yearNote}</Words> : null}
            <Holes holes={holes} title={w.holes(holes.length)} clear={w.clear} />
            <MainAct id="publish" onTap={() => publish(holes.length)}>
              {w.publish}
            </MainAct>
          </>
        )}
      </Shown>
      {post.plans.length ? (
        <Section title={w.earlier}>
          <Rows>
            {post.plans.slice(0, 5).map(({ from: begun, by, at, holes }) => (
              <ListRow key={at} title={w.was(by, sayDay(dayOf(Date.parse(begun))), holes)} />
            ))}
          </Rows>
        </Section>
      ) : null}
    </Section>
  );
}
