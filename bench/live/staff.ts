import { createSessionStore } from '../../server/accounts/session.store.ts';
import { hashToken, newToken } from '../../server/accounts/token.ts';
import { newId } from '../../server/store/ids.ts';
import { accountsRoom, type PeopleDeps } from '../street/people.ts';

const AT_ONCE = 20;

/** So many grid workers of one community, each signed in with the second factor; their tokens. */
export async function signInStaff(
  deps: PeopleDeps,
  { streetId, communityId, count }: { streetId: string; communityId: string; count: number },
): Promise<string[]> {
  const { clock, store } = deps;
  const { door } = accountsRoom(deps);
  const sessions = createSessionStore(store.connection);
  async function one(n: number): Promise<string> {
    const at = clock();
    const phone = `1390000${String(n).padStart(4, '0')}`;
    const accountId = await door.ensurePerson({ accountId: newId(at), name: `测试${n}`, phone });
    const assignmentId = newId(at);
    const held = { accountId, role: 'gridWorker' as const, streetId, communityIds: [communityId], elderId: null };
    await door.give({ assignmentId, ...held }, '系统');
    const token = newToken();
    const session = { id: newId(at), accountId, assignmentId, way: 'phone' as const, device: '测速' };
    const times = { secondFactorAt: at, createdAt: at, lastSeenAt: at };
    await sessions.add({ ...session, ...times }, hashToken(token), new Date(at.getTime() + 86_400_000));
    return token;
  }
  const tokens: string[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => one(from + n));
    tokens.push(...(await Promise.all(some)));
  }
  return tokens;
}
