import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { now } from '../platform/clock.ts';
import { useSession } from '../platform/session.ts';
import { agoWords, confirm, ListRow, Rows, Section, Shown, StatusTag, say as tell } from '../ui/index.ts';
import { accountWords as say } from './words.ts';

/** Where I am signed in; another device is signed out with a tap on it. This one leaves by 退出登录. */
export function SessionsSection() {
  const client = useQueryClient();
  const signedIn = useSession() !== undefined;
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => api.accounts.sessions(), enabled: signedIn });

  async function end(sessionId: string, device: string) {
    const yes = await confirm({
      title: say.endSessionAsk,
      words: say.endSessionNote(device),
      yes: say.endSession,
      danger: true,
    });
    if (!yes) return;
    await api.accounts.endSession({ sessionId });
    await client.invalidateQueries({ queryKey: ['sessions'] });
    tell(say.sessionEnded);
  }

  return (
    <Section title={say.sessions}>
      <Shown query={sessions}>
        {({ items }) => (
          <Rows>
            {items.map(({ id, device, lastSeenAt, current }) => (
              <ListRow
                key={id}
                id={`session-${id}`}
                title={device}
                notes={[say.lastSeen(agoWords(lastSeenAt, now()))]}
                tag={current ? <StatusTag tone="done">{say.thisDevice}</StatusTag> : null}
                onTap={current ? undefined : () => end(id, device)}
              />
            ))}
          </Rows>
        )}
      </Shown>
    </Section>
  );
}
