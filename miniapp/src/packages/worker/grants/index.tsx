import { useState } from 'react';
import { StaffGrantCard } from '../../../registry/grants/staff-grant-card.tsx';
import { type GrantState, useStaffGrants } from '../../../registry/grants/use-staff-grants.ts';
import { grantWords as w } from '../../../registry/grants/words.ts';
import { Chips, Columns, Empty, Page, Shown, Words } from '../../../ui/index.ts';

const states = ['asked', 'active', 'past'] as const;

/** Grants of the worker's communities: those that wait for her first. */
export default function WorkerGrants() {
  const [state, setState] = useState<GrantState>('asked');
  const query = useStaffGrants(state);
  const waiting = useStaffGrants('asked').data?.items.length;
  const options = states.map((value) => ({
    value,
    label: w[value],
    ...(value === 'asked' && { count: waiting }),
  }));
  return (
    <Page title={w.title} dense wide>
      <Chips name="grants" label={w.state} options={options} value={state} onChange={setState} />
      {state === 'asked' ? <Words tone="soft">{w.lead}</Words> : null}
      <Shown query={query}>
        {({ items }) =>
          items.length ? (
            <Columns min={400}>
              {items.map((grant, at) => (
                <StaffGrantCard key={grant.id} grant={grant} first={at === 0} />
              ))}
            </Columns>
          ) : (
            <Empty words={w.none[state]} />
          )
        }
      </Shown>
    </Page>
  );
}
