import { useMe } from '../accounts/index.ts';
import { useMyElders } from '../registry/index.ts';
import { Rows, Section } from '../ui/index.ts';
import { CallRow } from './call-row.tsx';
import { CommunityChoice } from './community-choice.tsx';
import { communityNumbers, familyNumbers } from './numbers.ts';
import { helpWords } from './words.ts';

/** The numbers that the phone keeps: community first, then family. With `elderId` only those of this elder. */
export function CallLists({ elderId }: { elderId?: string | undefined }) {
  const active = useMe().data?.active;
  const all = useMyElders(active?.role).data?.items ?? [];
  const elders = all.some(({ id }) => id === elderId) ? all.filter(({ id }) => id === elderId) : all;
  const community = communityNumbers(elders);
  const family = familyNumbers(elders);
  return (
    <>
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
    </>
  );
}
