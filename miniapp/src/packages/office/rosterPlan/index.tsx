import { dayOf } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { useMe } from '../../../accounts/index.ts';
import { now } from '../../../platform/clock.ts';
import { useParams } from '../../../platform/nav.ts';
import { useAreas } from '../../../registry/use-areas.ts';
import { PlanForm } from '../../../response/roster/plan-form.tsx';
import { useRoster } from '../../../response/roster/use-duty.ts';
import { rosterWords, planWords as w } from '../../../response/roster/words.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** The plan of one post: its draft, the proof, and publishing. */
export default function OfficeRosterPlan() {
  const { postId, communityId } = useParams('officeRosterPlan');
  const [today] = useState(() => dayOf(now()));
  const active = useMe().data?.active;
  const all = useAreas().data?.communities ?? [];
  const isWide = active?.role === 'streetOffice';
  const mine = isWide ? all : all.filter(({ id }) => active?.communities.some((one) => one.id === id));
  const places = mine.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page title={w.title} dense>
      <Shown query={useRoster('', today, 1)}>
        {({ posts, people }) =>
          places.length ? (
            <PlanForm
              post={posts.find(({ id }) => id === postId)}
              people={people}
              places={isWide ? [...places, { value: '', label: rosterWords.leader }] : places}
              communityId={communityId}
            />
          ) : null
        }
      </Shown>
    </Page>
  );
}
