import { useState } from 'react';
import { CurrentVisits, PastVisits } from '../../../companion/volunteer/visit-list.tsx';
import { volunteerWords as say } from '../../../companion/volunteer/words.ts';
import { Chips, Page } from '../../../ui/index.ts';

const states = [
  { value: 'current', label: say.current },
  { value: 'past', label: say.past },
] as const;

/** What this volunteer took: now and before. */
export default function VolunteerMine() {
  const [state, setState] = useState<'current' | 'past'>('current');
  return (
    <Page title={say.mine}>
      <Chips label={say.mine} name="state" options={states} value={state} onChange={setState} />
      {state === 'current' ? <CurrentVisits /> : <PastVisits />}
    </Page>
  );
}
