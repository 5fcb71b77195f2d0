import { useMe } from '../../../accounts/index.ts';
import { useParams } from '../../../platform/nav.ts';
import { useMyElders } from '../../../registry/index.ts';
import { PrivacyPanel } from '../../../registry/privacy/privacy-panel.tsx';
import { privacyWords as w } from '../../../registry/privacy/words.ts';
import { Page } from '../../../ui/index.ts';

/** Who looked at the file of somebody of mine, and what she has agreed to. */
export default function FamilyPrivacy() {
  const { elderId } = useParams('familyPrivacy');
  const name = useMyElders(useMe().data?.active?.role).data?.items.find(({ id }) => id === elderId)?.name;
  return (
    <Page title={name ? w.titleOf(name) : w.parts.views}>{elderId ? <PrivacyPanel elderId={elderId} /> : null}</Page>
  );
}
