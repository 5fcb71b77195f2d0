import { View } from '@tarojs/components';
import { childrenLiveLabels, livingLabels } from '@wubian/shared/registry/categories.ts';
import { relationLabels } from '@wubian/shared/registry/relations.ts';
import type { ReactNode } from 'react';
import { now } from '../../platform/clock.ts';
import { call } from '../../platform/phone-call.ts';
import { agoWords, Card, Columns, Facts, ListRow, Rows, Section, Stack, Words } from '../../ui/index.ts';
import { useStaffGrants } from '../grants/use-staff-grants.ts';
import { useAreas } from '../use-areas.ts';
import { registryWords } from '../words.ts';
import { CategoryList } from './category-list.tsx';
import type { Elder } from './use-elders.ts';
import { elderWords as w } from './words.ts';

const known = (value: string | undefined | null): string => value ?? w.unknown;

/** One file, to be read in a minute: who, where, whom to ring, how she lives, what to mind. `children`: its acts. */
export function ElderFile({ elder, children }: { elder: Elder; children: ReactNode }) {
  const { facts, address } = { facts: elder.facts, address: elder.facts.address };
  const areas = useAreas().data?.communities;
  const grid = areas?.flatMap(({ grids }) => grids).find(({ id }) => id === address.gridId)?.name;
  return (
    <>
      <Card>
        <Words tone="strong">{`${facts.name} · ${w.sex[facts.sex]} · ${w.age(elder.age)}`}</Words>
        <View>
          <Facts
            items={[
              [w.address, `${elder.communityName} ${elder.addressLine}`],
              [w.grid, grid],
              [w.addressNote, address.note],
              [w.born, known(facts.birthDate)],
            ]}
          />
        </View>
        <Words tone="soft">{`${w.account(elder.hasAccount)} · ${w.updated(agoWords(elder.updatedAt, now()))}`}</Words>
      </Card>
      {children}
      <Columns min={400}>
        <Stack>
          <Phones elder={elder} />
          <Section title={w.notes}>
            <Card tone="glow">
              <Facts
                items={[
                  [w.doorNotes, facts.doorNotes || w.noNotes],
                  [w.careNotes, facts.careNotes || w.noNotes],
                ]}
              />
            </Card>
          </Section>
          <WhoActs elderId={elder.id} />
        </Stack>
        <Stack>
          <CategoryList items={elder.categories} />
          <Section title={w.living}>
            <Card>
              <Facts
                items={[
                  [w.livingWith, known(facts.living && livingLabels[facts.living])],
                  [w.children, known(facts.childrenLive && childrenLiveLabels[facts.childrenLive])],
                  [w.ability, known(facts.abilityLevel === null ? null : w.abilityLevels[facts.abilityLevel])],
                  [w.handicap, known(facts.handicapGrade === null ? null : w.handicapGrades[facts.handicapGrade])],
                ]}
              />
            </Card>
          </Section>
        </Stack>
      </Columns>
    </>
  );
}

function Phones({ elder: { facts } }: { elder: Elder }) {
  const all = [...(facts.phone ? [{ name: facts.name, relation: w.who, phone: facts.phone }] : []), ...facts.contacts];
  return (
    <Section title={w.contacts}>
      {all.length ? (
        <Rows>
          {all.map(({ name, relation, phone }) => (
            <ListRow
              key={`${name}${phone}`}
              icon="phone"
              title={w.call(name)}
              notes={[`${relation} · ${phone}`]}
              onTap={() => call(phone)}
            />
          ))}
        </Rows>
      ) : (
        <Words tone="soft">{w.noContacts}</Words>
      )}
    </Section>
  );
}

function WhoActs({ elderId }: { elderId: string }) {
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
