import type { Read } from '@wubian/shared/exchange/clean/read.ts';
import type { AccountsDoor } from '../accounts/door.ts';
import { words } from './words.ts';

/** The account of the worker of a community by her name. */
export type WorkersByName = (name: string, communityId: string) => Read<string>;

/** The workers of a street, looked up once for a whole sheet. */
export async function workersByName(accounts: AccountsDoor, streetId: string): Promise<WorkersByName> {
  const held = await accounts.holders(streetId, ['gridWorker', 'communityHead']);
  const people = await accounts.people([...new Set(held.map(({ accountId }) => accountId))]);
  const byPlace = new Map<string, Set<string>>();
  for (const { accountId, communityIds } of held) {
    for (const communityId of communityIds) {
      const place = `${communityId}\n${people.get(accountId)?.name.replace(/\s/gu, '') ?? ''}`;
      byPlace.set(place, (byPlace.get(place) ?? new Set()).add(accountId));
    }
  }
  return (said, communityId) => {
    const name = said.replace(/\s/gu, '');
    const [account, ...others] = byPlace.get(`${communityId}\n${name}`) ?? [];
    if (!account) return { bad: words.noWorker(name) };
    return others.length ? { bad: words.severalWorkers(name) } : { ok: account };
  };
}
