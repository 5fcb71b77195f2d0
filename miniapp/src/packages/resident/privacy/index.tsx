import { useMe } from '../../../accounts/index.ts';
import { useMyElders } from '../../../registry/index.ts';
import { PrivacyPanel } from '../../../registry/privacy/privacy-panel.tsx';
import { privacyWords as w } from '../../../registry/privacy/words.ts';
import { Empty, Page, Shown } from '../../../ui/index.ts';

/** Who looked at my file, and what I have agreed to. */
export default function ResidentPrivacy() {
  const elders = useMyElders(useMe().data?.active?.role);
  return (
    <Page title={w.title} sos>
      <Shown query={elders}>
        {({ items: [self] }) => (self ? <PrivacyPanel elderId={self.id} /> : <Empty words={w.noViews} />)}
      </Shown>
    </Page>
  );
}
