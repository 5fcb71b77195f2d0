import { NoticeBell } from '../notices/index.ts';
import { go } from '../platform/nav.ts';
import { call } from '../platform/phone-call.ts';
import { Card, ListRow, Rows, Words } from '../ui/index.ts';
import type { Me } from './use-me.ts';
import { useStreets } from './use-streets.ts';
import { accountWords as say } from './words.ts';

type Held = NonNullable<Me['active']>;

/** The honest page of a role whose own pages do not exist yet: notices, and the phone of the community. */
export function NoPagesYet({ held }: { held: Held }) {
  const streets = useStreets();
  const street = streets.data?.items.find((one) => one.id === held.streetId);
  const own = held.communities.map((one) => one.id);
  const phones = street?.communities.filter((one) => !own.length || own.includes(one.id)) ?? [];
  return (
    <>
      <Card>
        <Words tone="lead">{say.soonTitle(held.label)}</Words>
        <Words>{say.soonNote}</Words>
      </Card>
      <NoticeBell />
      <Rows>
        {phones.map(({ id, name, phone }) => (
          <ListRow key={id} icon="phone" title={name} notes={[phone]} onTap={() => call(phone)} />
        ))}
        <ListRow id="me" icon="person" title={say.me} onTap={() => go('me')} />
      </Rows>
    </>
  );
}
