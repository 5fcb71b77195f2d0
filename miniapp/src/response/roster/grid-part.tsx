import { dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { go } from '../../platform/nav.ts';
import { useAreas } from '../../registry/use-areas.ts';
import { Empty, PlainButton, Row, Section, Shown, Words } from '../../ui/index.ts';
import { ChangeForm } from './change-form.tsx';
import { ChangeList } from './change-list.tsx';
import { Holes } from './holes.tsx';
import { RosterGrid } from './roster-grid.tsx';
import { useRoster } from './use-duty.ts';
import { rosterWords as w } from './words.ts';

/** The roster of two weeks: its holes, the table, and what changes it for a while. */
export function GridPart({ communityId }: { communityId: string }) {
  const [today] = useState(() => dayOf(now()));
  const [changing, setChanging] = useState(false);
  const communities = useAreas().data?.communities ?? [];
  const placeOf = (id: string | null) => communities.find((one) => one.id === id)?.name ?? w.leader;
  return (
    <Shown query={useRoster(communityId, today)}>
      {(sheet) => {
        const mine = sheet.posts.filter(({ canPlan }) => canPlan);
        const nameOf = (postId: string): string => {
          const post = sheet.posts.find(({ id }) => id === postId);
          return post ? `${placeOf(post.communityId)} ${post.name}` : '';
        };
        return (
          <>
            {sheet.yearNote ? <Words tone="soft">{sheet.yearNote}</Words> : null}
            {sheet.posts.length ? (
              <Holes holes={sheet.holes} title={w.holes(sheet.holes.length)} clear={w.noHoles} />
            ) : (
              <Empty words={w.noPosts} />
            )}
            <Row>
              <PlainButton
                id="new-post"
                icon="plus"
                onTap={() => go('officeRosterPlan', communityId ? { communityId } : {})}
              >
                {w.newPost}
              </PlainButton>
              {mine.length ? (
                <PlainButton id="new-change" icon="clock" onTap={() => setChanging(!changing)}>
                  {w.change}
                </PlainButton>
              ) : null}
            </Row>
            {changing ? (
              <ChangeForm posts={mine} people={sheet.people} placeOf={placeOf} onDone={() => setChanging(false)} />
            ) : null}
            {sheet.posts.length ? (
              <RosterGrid sheet={sheet} placeOf={placeOf} onPlan={({ id }) => go('officeRosterPlan', { postId: id })} />
            ) : null}
            {sheet.changes.length ? (
              <Section title={w.changes}>
                <ChangeList changes={sheet.changes} nameOf={nameOf} />
              </Section>
            ) : null}
          </>
        );
      }}
    </Shown>
  );
}
