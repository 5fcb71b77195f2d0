import { useState } from 'react';
import { useParams } from '../../../platform/nav.ts';
import { ElderPicker } from '../../../registry/elders/elder-picker.tsx';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { EmergencyRow } from '../../../response/emergency-calls.tsx';
import { RaiseForm } from '../../../response/sos/raise-form.tsx';
import { raiseWords as w } from '../../../response/sos/words.ts';
import { Card, Page, PlainButton, Row, Shown, Words } from '../../../ui/index.ts';

/** A call for help that came by telephone: who, when, what was said. */
export default function WorkerRaise() {
  const { elderId } = useParams('workerRaise');
  const [picked, setPicked] = useState(elderId);
  const query = useElder(picked);
  if (!picked) {
    return (
      <Page title={w.title} dense wide>
        <Words>{w.lead}</Words>
        <ElderPicker onPick={({ id }) => setPicked(id)} />
        <EmergencyRow />
      </Page>
    );
  }
  return (
    <Page title={w.title} dense>
      <Shown query={query}>
        {({ id, facts, communityName, addressLine }) => (
          <>
            <Card tone="tint">
              <Words tone="strong">{facts.name}</Words>
              <Words tone="soft">{`${communityName} ${addressLine}`}</Words>
              <Row>
                <PlainButton id="other-elder" onTap={() => setPicked(undefined)}>
                  {w.other}
                </PlainButton>
              </Row>
            </Card>
            <RaiseForm key={id} elder={{ id, name: facts.name }} />
          </>
        )}
      </Shown>
    </Page>
  );
}
