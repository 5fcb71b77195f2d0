import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

/** The demo identities; none outside demo mode, whatever the database holds. */
export const listPersonas =
  ({ personas, demo }: Room): Handler<typeof contract.personas> =>
  async () => {
    const shown = demo ? await personas.all() : [];
    return { items: shown.map(({ key, name, role, label, about }) => ({ key, name, role, label, about })) };
  };
