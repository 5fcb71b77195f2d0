import { useState } from 'react';
import { FamilyAsk } from '../../../companion/asking/family-ask.tsx';
import { askForWords as w } from '../../../companion/queue/words.ts';
import { go, useParams } from '../../../platform/nav.ts';
import { ElderPicker } from '../../../registry/elders/elder-picker.tsx';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { Card, Page, PlainButton, Row, Shown, Words } from '../../../ui/index.ts';

/** A worker takes down a request by phone: first who, then what. */
export default function WorkerAsk() {
  const { elderId } = useParams('workerAsk');
  const [picked, setPicked] = useState(elderId);
  const query = useElder(picked);
  if (!picked) {
    return (
      <Page title={w.title} dense wide>
        <Words>{w.lead}</Words>
        <ElderPicker onPick={({ id }) => setPicked(id)} />
        <PlainButton id="add-elder" icon="plus" onTap={() => go('workerElderEdit')}>
          {w.notFound}
        </PlainButton>
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
            <FamilyAsk key={id} elders={[{ id, name: facts.name, addressLine }]} wanted={id} next={w.next} />
          </>
        )}
      </Shown>
    </Page>
  );
}
