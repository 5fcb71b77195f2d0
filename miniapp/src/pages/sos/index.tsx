import { roles } from '@wubian/shared/roles.ts';
import { useState } from 'react';
import { useMe } from '../../accounts/index.ts';
import { go, useParams } from '../../platform/nav.ts';
import { CallLists } from '../../response/call-lists.tsx';
import { EmergencyCalls } from '../../response/emergency-calls.tsx';
import { ElderSos } from '../../response/sos/sos-view.tsx';
import { useSosElders, useUnsentCalls } from '../../response/sos/use-sos.ts';
import { sosWords as w } from '../../response/sos/words.ts';
import { ChoiceGrid, Page, PlainButton, Words } from '../../ui/index.ts';

/** The call for help: hold and it is called. Numbers to ring are on it in every state, also without any network. */
export default function Sos() {
  const active = useMe().data?.active;
  const elders = useSosElders() ?? [];
  const unsent = useUnsentCalls();
  const wanted = useParams('sos').elderId ?? unsent[0]?.input.elderId;
  const [chosen, setChosen] = useState<string>();
  const elder = elders.find(({ id }) => id === (chosen ?? wanted)) ?? (elders.length === 1 ? elders[0] : undefined);
  const isStaff = active && roles[active.role].staff;
  return (
    <Page title={w.title} help={false} lines={false}>
      {elders.length > 1 ? (
        <ChoiceGrid
          label={w.forWhom}
          name="for"
          columns={1}
          options={elders.map(({ id, name, where }) => ({ value: id, label: name, note: where }))}
          value={elder?.id}
          onChange={setChosen}
        />
      ) : null}
      {elder ? (
        <ElderSos key={elder.id} elder={elder} own={active?.role === 'resident'} />
      ) : (
        <>
          <Words tone="lead">{elders.length > 1 ? w.chooseFirst : active ? w.noElder : w.notIn}</Words>
          {isStaff ? (
            <PlainButton id="to-raise" icon="phone" onTap={() => go('workerRaise')}>
              {w.toRaise}
            </PlainButton>
          ) : null}
          <EmergencyCalls />
          <CallLists />
        </>
      )}
    </Page>
  );
}
