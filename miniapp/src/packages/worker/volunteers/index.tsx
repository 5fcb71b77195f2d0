import { View } from '@tarojs/components';
import { qualificationLabels } from '@wubian/shared/companion/kinds.ts';
import { sayMinutes } from '@wubian/shared/time.ts';
import { PendingVolunteers } from '../../../accounts/people/pending-volunteers.tsx';
import { useVolunteers } from '../../../companion/volunteers/use-volunteers.ts';
import { volunteerWords as w } from '../../../companion/volunteers/words.ts';
import { go } from '../../../platform/nav.ts';
import { Empty, ListRow, MiniTag, Page, Rows, Section, Shown } from '../../../ui/index.ts';

/** Who serves in the worker's communities, and who wants to. */
export default function WorkerVolunteers() {
  const query = useVolunteers();
  return (
    <Page title={w.title} dense wide>
      <PendingVolunteers />
      <Section title={w.list}>
        <Shown query={query}>
          {({ items }) =>
            items.length ? (
              <Rows many>
                {items.map((one) => (
                  <ListRow
                    key={one.accountId}
                    id={`volunteer-${one.accountId}`}
                    title={one.name}
                    tag={
                      <View>
                        {one.qualifications.map(({ name }) => (
                          <MiniTag key={name}>{qualificationLabels[name]}</MiniTag>
                        ))}
                      </View>
                    }
                    notes={[
                      `${w.pairs(one.ownElders.length)} · ${w.minutes(sayMinutes(one.minutesTotal))}`,
                      [one.phoneMasked, w.noShows(one.noShows)].filter(Boolean).join(' · '),
                    ]}
                    onTap={() => go('workerVolunteer', { id: one.accountId })}
                  />
                ))}
              </Rows>
            ) : (
              <Empty words={w.none} />
            )
          }
        </Shown>
      </Section>
    </Page>
  );
}
