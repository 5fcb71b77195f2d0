import { useState } from 'react';
import { ChoiceGrid, Columns, PagedList, PlainButton, Words } from '../../ui/index.ts';
import { RightsCard } from './rights-card.tsx';
import { RightsForm } from './rights-form.tsx';
import { useRights } from './use-privacy.ts';
import { rightsWords as w } from './words.ts';

type State = keyof typeof w.states;
const states = (Object.keys(w.states) as State[]).map((value) => ({ value, label: w.states[value] }));

/** Requests for a copy or for erasure, and the way to register one. */
export function RightsList() {
  const [state, setState] = useState<State>('open');
  const [adding, setAdding] = useState(false);
  const list = useRights(state);
  return (
    <>
      <Words tone="soft">{w.lead}</Words>
      <PlainButton id="rights-add" onTap={() => setAdding(!adding)}>
        {adding ? w.closeAdd : w.add}
      </PlainButton>
      {adding ? (
        <RightsForm sent={() => setAdding(false)} />
      ) : (
        <>
          <ChoiceGrid name="state" label={w.which} options={states} value={state} onChange={setState} />
          <PagedList list={list} empty={state === 'open' ? w.noOpen : w.noClosed}>
            {(items) => (
              <Columns min={400}>
                {items.map((one) => (
                  <RightsCard key={one.id} request={one} />
                ))}
              </Columns>
            )}
          </PagedList>
        </>
      )}
    </>
  );
}
