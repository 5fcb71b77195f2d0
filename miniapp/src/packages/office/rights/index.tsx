import { RightsList } from '../../../registry/privacy/rights-list.tsx';
import { rightsWords as w } from '../../../registry/privacy/words.ts';
import { Page } from '../../../ui/index.ts';

/** What people ask about their own data. */
export default function OfficeRights() {
  return (
    <Page title={w.title} dense wide>
      <RightsList />
    </Page>
  );
}
