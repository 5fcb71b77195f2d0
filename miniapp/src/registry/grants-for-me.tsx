import { useQueryClient } from '@tanstack/react-query';
import { relationLabels } from '@wubian/shared/registry/relations.ts';
import { api } from '../api.ts';
import { confirm, DangerButton, PlainButton, Section, Shown, Stack, say as tell, Words } from '../ui/index.ts';
import { GrantCard } from './grant-card.tsx';
import { type Grant, useGrants } from './use-grants.ts';
import { registryWords as say } from './words.ts';

/** Who may act for me: what was asked is answered here, what holds can be taken back at any time. */
export function GrantsForMe() {
  const grants = useGrants();
  return (
    <Section title={say.grantsForMe}>
      <Shown query={grants}>
        {({ items }) => {
          const living = items.filter((one) => one.state === 'asked' || one.state === 'active');
          return living.length ? (
            <Stack>
              {living.map((grant) => (
                <GrantForMe key={grant.id} grant={grant} />
              ))}
            </Stack>
          ) : (
            <Words tone="soft">{say.noGrantsForMe}</Words>
          );
        }}
      </Shown>
    </Section>
  );
}

function GrantForMe({ grant }: { grant: Grant }) {
  const client = useQueryClient();
  const grantId = grant.id;
  const who = say.familyFor(grant.familyName, relationLabels[grant.relation]);
  const done = async (words: string) => {
    await client.invalidateQueries();
    tell(words);
  };
  async function agree() {
    if (!(await confirm({ title: say.agreeTitle(who), words: say.refuseNote, yes: say.agree }))) return;
    await api.registry.answerGrant({ grantId, answer: 'confirm' });
    await done(say.agreed);
  }
  async function refuse() {
    if (!(await confirm({ title: say.refuseTitle(who), yes: say.refuse, danger: true }))) return;
    await api.registry.answerGrant({ grantId, answer: 'refuse' });
    await done(say.refused);
  }
  async function takeBack() {
    const asked = { title: say.takeBackTitle(who), words: say.takeBackNote, yes: say.takeBack, danger: true };
    if (!(await confirm(asked))) return;
    await api.registry.endGrant({ grantId });
    await done(say.takenBack);
  }
  return (
    <GrantCard grant={grant} title={grant.state === 'asked' ? `${who} ${say.wants}` : who}>
      {grant.can.answer ? (
        <Stack>
          <PlainButton id={`agree-${grantId}`} icon="check" label={`${say.agree}：${who}`} onTap={agree}>
            {say.agree}
          </PlainButton>
          <DangerButton id={`refuse-${grantId}`} label={`${say.refuse}：${who}`} onTap={refuse}>
            {say.refuse}
          </DangerButton>
        </Stack>
      ) : null}
      {grant.can.end && grant.state === 'active' ? (
        <DangerButton id={`end-${grantId}`} label={`${say.takeBack}：${who}`} onTap={takeBack}>
          {say.takeBack}
        </DangerButton>
      ) : null}
    </GrantCard>
  );
}
