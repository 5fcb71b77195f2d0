import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { confirm, DangerButton, Empty, Shown, Stack, say as tell } from '../ui/index.ts';
import { GrantCard } from './grant-card.tsx';
import { type Grant, useGrants } from './use-grants.ts';
import { registryWords as say } from './words.ts';

/** For whom I may act: state, until when, and the way to end it. */
export function MyGrants() {
  const grants = useGrants();
  const client = useQueryClient();
  async function end({ id, elderName }: Grant) {
    const asked = { title: say.endTitle(elderName), words: say.endNote, yes: say.end, danger: true };
    if (!(await confirm(asked))) return;
    await api.registry.endGrant({ grantId: id });
    await client.invalidateQueries();
    tell(say.ended);
  }
  return (
    <Shown query={grants}>
      {({ items }) =>
        items.length ? (
          <Stack>
            {items.map((grant) => (
              <GrantCard key={grant.id} grant={grant} title={say.ofElder(grant.elderName)}>
                {grant.can.end && (grant.state === 'active' || grant.state === 'asked') ? (
                  <DangerButton
                    id={`end-${grant.id}`}
                    label={`${say.end}：${grant.elderName}`}
                    onTap={() => end(grant)}
                  >
                    {say.end}
                  </DangerButton>
                ) : null}
              </GrantCard>
            ))}
          </Stack>
        ) : (
          <Empty words={say.noGrants} />
        )
      }
    </Shown>
  );
}
