import { type Role, roleNames, roles } from '@wubian/shared/roles.ts';
import { useState } from 'react';
import { GiveRole } from '../../../accounts/people/give-role.tsx';
import { PendingVolunteers } from '../../../accounts/people/pending-volunteers.tsx';
import { PeopleTable } from '../../../accounts/people/people-table.tsx';
import { usePeople } from '../../../accounts/people/use-people.ts';
import { peopleWords as w } from '../../../accounts/people/words.ts';
import { Chips, Empty, Page, PlainButton, Section, Shown } from '../../../ui/index.ts';

const shown = roleNames.filter((role) => role !== 'resident' && role !== 'family');
const chips: { value: Role | ''; label: string }[] = [
  { value: '', label: w.all },
  ...shown.map((value) => ({ value, label: roles[value].label })),
];

/** Staff and volunteers of the street by role. */
export default function OfficePeople() {
  const [role, setRole] = useState<Role | ''>('');
  const [giving, setGiving] = useState(false);
  const query = usePeople(role ? { role } : {});
  return (
    <Page title={w.title} dense wide>
      <PendingVolunteers />
      <PlainButton id="give" icon={giving ? 'close' : 'plus'} onTap={() => setGiving(!giving)}>
        {giving ? w.fold : w.give}
      </PlainButton>
      {giving ? <GiveRole given={() => setGiving(false)} /> : null}
      <Section title={w.list}>
        <Chips name="role" label={w.role} options={chips} value={role} onChange={setRole} />
        <Shown query={query}>
          {({ items }) => (items.length ? <PeopleTable rows={items} /> : <Empty words={w.none} />)}
        </Shown>
      </Section>
    </Page>
  );
}
