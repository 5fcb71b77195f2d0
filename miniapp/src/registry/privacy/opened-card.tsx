import { call } from '../../platform/phone-call.ts';
import { Card, Facts, ListRow, Rows, Section, Words } from '../../ui/index.ts';
import type { Opened } from './use-privacy.ts';
import { glassWords as w } from './words.ts';

/** What an emergency has opened: where she is, whom to ring, what to mind. */
export function OpenedCard({ opened }: { opened: Opened }) {
  const { name, age, communityName, address, phones, contacts, keyHolders, doorNotes, careNotes, allergies } = opened;
  const callees = [
    ...phones.map((phone) => ({ phone, title: `${w.her} ${name}` })),
    ...contacts.map((one) => ({ phone: one.phone, title: `${one.relation} ${one.name}` })),
    ...keyHolders.map((one) => ({ phone: one.phone, title: `${w.key(one.relation)} ${one.name}` })),
  ];
  return (
    <Section title={[name, w.age(age)].filter(Boolean).join(' · ')}>
      <Card>
        <Words tone="strong">{`${communityName} ${address}`}</Words>
        <Facts
          items={[
            [w.doorNotes, doorNotes],
            [w.careNotes, careNotes],
            [w.allergies, allergies],
          ]}
        />
      </Card>
      <Rows>
        {callees.map(({ phone, title }) => (
          <ListRow key={`${title}${phone}`} icon="phone" title={title} notes={[phone]} onTap={() => call(phone)} />
        ))}
      </Rows>
    </Section>
  );
}
