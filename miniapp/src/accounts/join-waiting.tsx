import { api } from '../api.ts';
import { call } from '../platform/phone-call.ts';
import { GrantCard, registryWords, useGrants } from '../registry/index.ts';
import { Card, PlainButton, Stack, say as tell, Words } from '../ui/index.ts';
import { become, type Me, useMe } from './use-me.ts';
import { useStreets } from './use-streets.ts';
import { accountWords as say } from './words.ts';

/** What I asked for and others must still agree to: a volunteer's application, a file of my own. */
export function JoinWaiting({ me }: { me: Me }) {
  const { refetch } = useMe();
  const grants = useGrants();
  const streets = useStreets();
  const applied = me.assignments.find((one) => one.state === 'pending');
  const asked = grants.data?.items.filter((one) => one.state === 'asked') ?? [];
  if (!applied && !asked.length) return null;

  const communityId = applied?.communities[0]?.id ?? asked[0]?.communityId;
  const community = streets.data?.items.flatMap((one) => one.communities).find((one) => one.id === communityId);

  async function look() {
    const { data } = await refetch();
    const ready = data?.assignments.find((one) => one.state === 'active');
    if (!data || !ready || data.active) return tell(say.notYet);
    await become(await api.accounts.switchRole({ assignmentId: ready.id }));
  }

  return (
    <Stack>
      {applied ? (
        <Card tone="glow">
          <Words tone="strong">{say.volunteerPending}</Words>
          <Words>{me.active ? say.volunteerPendingRole : say.volunteerPendingAsk}</Words>
        </Card>
      ) : null}
      {asked.map((grant) => (
        <GrantCard key={grant.id} grant={grant} title={registryWords.ofElder(grant.elderName)} />
      ))}
      {me.active ? null : (
        <PlainButton id="look-again" onTap={look}>
          {say.seeAgain}
        </PlainButton>
      )}
      {community ? (
        <PlainButton id="call-community" icon="phone" onTap={() => call(community.phone)}>
          {registryWords.communityPhone(community.name)}
        </PlainButton>
      ) : null}
    </Stack>
  );
}
