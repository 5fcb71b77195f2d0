import { useState } from 'react';
import { Select, Shown, Words } from '../../ui/index.ts';
import { HandoverForm } from './handover-form.tsx';
import { useDependents, usePeopleToLeave } from './use-handover.ts';
import { handoverWords as w } from './words.ts';

/** Chooses who leaves, and hands over what hangs on her. */
export function HandoverDesk({ first }: { first: string }) {
  const [accountId, setAccount] = useState(first);
  const people = usePeopleToLeave();
  const query = useDependents(accountId);
  return (
    <>
      <Words tone="soft">{w.lead}</Words>
      <Select
        id="handover-who"
        label={w.who}
        hint={w.whoHint}
        options={[{ value: '', label: w.choose }, ...people.map((one) => ({ value: one.accountId, label: one.label }))]}
        value={accountId}
        onChange={setAccount}
      />
      {accountId ? (
        <Shown query={query}>
          {(dependents) => <HandoverForm key={accountId} accountId={accountId} dependents={dependents} />}
        </Shown>
      ) : null}
    </>
  );
}
