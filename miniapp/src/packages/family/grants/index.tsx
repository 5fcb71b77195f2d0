import { useState } from 'react';
import { MyGrants, NewGrant, registryWords as say } from '../../../registry/index.ts';
import { MainAct, Page, PlainButton, Words } from '../../../ui/index.ts';

/** For whom I may act, and how to ask for more. */
export default function FamilyGrants() {
  const [asking, setAsking] = useState(false);
  return (
    <Page title={say.grants}>
      {asking ? (
        <>
          <NewGrant sent={() => setAsking(false)} />
          <PlainButton id="close-new" onTap={() => setAsking(false)}>
            {say.closeNew}
          </PlainButton>
        </>
      ) : (
        <>
          <Words>{say.grantsLead}</Words>
          <MainAct id="new-grant" icon="plus" onTap={() => setAsking(true)}>
            {say.newGrant}
          </MainAct>
          <MyGrants />
        </>
      )}
    </Page>
  );
}
