import type { accounts as contract } from '@wubian/shared/accounts/contract.ts';
import type { Handler } from '../handler.ts';
import type { Room } from './room.ts';

/** Streets and communities with the community's number: public, and needed before anyone has a role. */
export const listStreets =
  ({ streets }: Room): Handler<typeof contract.streets> =>
  async () => ({
    items: (await streets.all()).map((street) => ({
      id: street.id,
      name: street.name,
      communities: street.communities.map(({ id, name, phone }) => ({ id, name, phone })),
    })),
  });
