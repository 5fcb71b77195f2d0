import { useMe } from '../../../accounts/index.ts';
import { ActsForMe } from '../../../companion/asking/acts-for-me.tsx';
import { askingWords as say } from '../../../companion/asking/words.ts';
import { GrantsForMe } from '../../../registry/index.ts';
import { Page } from '../../../ui/index.ts';

/** Who may act for me, and everything they did. */
export default function ResidentActs() {
  const active = useMe().data?.active;
  return (
    <Page title={say.actsForMe} sos>
      <GrantsForMe />
      {active?.elderId === null ? null : <ActsForMe elderId={active?.elderId} />}
    </Page>
  );
}
