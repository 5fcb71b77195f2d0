import { api } from '../api.ts';
import { go } from '../platform/nav.ts';
import { ListRow, PlainButton, Rows, Section, StatusTag } from '../ui/index.ts';
import { become, type Me } from './use-me.ts';
import { accountWords as say } from './words.ts';

type Held = Me['assignments'][number];

/** Over what the role is held, in words: the street and its communities. */
const placeOf = ({ streetName, communities }: Held): string =>
  [streetName, ...communities.map((one) => one.name)].join(' ');

/** What I am now, what else I may be with one tap, and what still waits for the community. */
export function RoleSection({ me }: { me: Me }) {
  const held = me.assignments.filter((one) => one.state !== 'ended');
  return (
    <Section title={held.length > 1 ? say.switchRole : say.role}>
      {held.length ? (
        <Rows>
          {held.map((one) => {
            const current = one.id === me.active?.id;
            const usable = one.state === 'active' && !current;
            return (
              <ListRow
                key={one.id}
                id={`role-${one.role}`}
                icon="person"
                title={one.label}
                notes={[placeOf(one)]}
                tag={
                  current ? (
                    <StatusTag tone="done">{say.role}</StatusTag>
                  ) : one.state === 'pending' ? (
                    <StatusTag tone="wait">{say.pendingRole}</StatusTag>
                  ) : null
                }
                onTap={usable ? async () => become(await api.accounts.switchRole({ assignmentId: one.id })) : undefined}
              />
            );
          })}
        </Rows>
      ) : null}
      <PlainButton id="join" icon="plus" onTap={() => go('join')}>
        {say.joinMore}
      </PlainButton>
    </Section>
  );
}
