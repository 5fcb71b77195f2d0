import { relationLabels } from '@wubian/shared/registry/relations.ts';
import { ListRow, Rows, Section, Words } from '../../ui/index.ts';
import { elderWords as w } from '../elders/words.ts';
import { useStaffGrants } from '../grants/use-staff-grants.ts';
import { registryWords } from '../words.ts';

/** Which relatives act for her, for what and until when. */
export function WhoActs({ elderId }: { elderId: string }) {
  const { data } = useStaffGrants('active');
  const grants = data?.items.filter((one) => one.elderId === elderId);
  return (
    <Section title={w.grants}>
      {grants?.length ? (
        <Rows>
          {grants.map((one) => (
            <ListRow
              key={one.id}
              icon="person"
              title={`${one.familyName}（${relationLabels[one.relation]}）`}
              notes={[one.scopes.map((scope) => registryWords.scopeLabels[scope]).join('、'), w.until(one.until)]}
            />
          ))}
        </Rows>
      ) : (
        <Words tone="soft">{w.noGrants}</Words>
      )}
    </Section>
  );
}
