import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../accounts/index.ts';
import { go } from '../../platform/nav.ts';
import { CallLists } from '../../response/call-lists.tsx';
import { EmergencyCalls } from '../../response/emergency-calls.tsx';
import { helpWords } from '../../response/words.ts';
import { Page, PlainButton, Words } from '../../ui/index.ts';

/** Whom to call: public numbers first, then community and family; works without sign-in and without network. */
export default function Help() {
  const role = useMe().data?.active?.role;
  return (
    <Page title={helpWords.title} help={false}>
      <Words tone="lead">{helpWords.lead}</Words>
      <EmergencyCalls />
      {role && roleMay(role, 'sos.raise') ? (
        <PlainButton id="to-sos" icon="warn" onTap={() => go('sos')}>
          {helpWords.toSos}
        </PlainButton>
      ) : null}
      <CallLists />
    </Page>
  );
}
