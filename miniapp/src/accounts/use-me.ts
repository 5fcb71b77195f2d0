import { useQueryClient } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { api } from '../api.ts';
import { useKeptQuery } from '../kept-query.ts';
import { relaunch } from '../platform/nav.ts';
import { session } from '../platform/session.ts';
import { stored } from '../platform/store.ts';
import { openOwnPlace } from './home-of.ts';

export type Me = Output<WubianApi['accounts']['me']>;

/** Who is signed in and as what; the last answer works without network. */
export const useMe = () => useKeptQuery('me', () => api.accounts.me());

/** Keeps who signed in and opens where she belongs, in one step: a second one could come under her finger. */
export async function enter({ token, me }: { token: string; me: Me }): Promise<void> {
  session.begin(token, me);
  keep(me);
  await openPlace(me);
}

/** After the server changed what this session acts as (role, second factor): everything is read anew. */
export async function become(me: Me): Promise<void> {
  session.become(me);
  keep(me);
  await openPlace(me);
}

/** The first page says so where a role has no pages yet. */
async function openPlace(me: Me): Promise<void> {
  if (!(await openOwnPlace(me))) await relaunch('home');
}

/** Refreshes who I am in place, e.g. after a change of name. */
export function useSetMe(): (me: Me) => void {
  const client = useQueryClient();
  return (me) => {
    keep(me);
    client.setQueryData(['me', session.get()?.owner ?? ''], me);
  };
}

const keep = (me: Me): void => stored<Me>(`kept/${session.get()?.owner ?? ''}/me`).write(me);
