import { useMe } from '../../accounts/index.ts';
import { useMyElders } from '../../registry/index.ts';
import { CallRow } from '../../response/call-row.tsx';
import { CommunityChoice } from '../../response/community-choice.tsx';
import { EmergencyCalls } from '../../response/emergency-calls.tsx';
import { communityNumbers, familyNumbers } from '../../response/numbers.ts';
import { helpWords } from '../../response/words.ts';
import { Page, Rows, Section, Words } from '../../ui/index.ts';

/** Whom to call: public numbers first, then community and family; works without sign-in and without network. */
export default function Help() {
  const active = useMe().data?.active;
  const elders = useMyElders(active?.role).data?.items ?? [];
  const community = communityNumbers(elders);
  const family = familyNumbers(elders);
  return (
    <Page title={helpWords.title} help={false}>
      <Words tone="lead">{helpWords.lead}</Words>
      <EmergencyCalls />
      {community.length ? (
        <Section title={helpWords.community}>
          <Rows>
            {community.map((one, index) => (
              <CallRow key={one.phone} id={`call-community-${index}`} {...one} />
            ))}
          </Rows>
        </Section>
      ) : (
        <CommunityChoice known={active?.communities.map((one) => one.id) ?? []} />
      )}
      {family.length ? (
        <Section title={helpWords.family}>
          <Rows>
            {family.map((one, index) => (
              <CallRow key={one.phone} id={`call-family-${index}`} {...one} />
            ))}
          </Rows>
        </Section>
      ) : null}
    </Page>
  );
}
