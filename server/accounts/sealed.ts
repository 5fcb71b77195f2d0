import type { SealedPlaces } from '../store/sealed-places.ts';

/** Every sealed place of this room (account.model.ts). */
export const sealedInAccounts: readonly SealedPlaces[] = [
  {
    collection: 'accounts',
    paths: [
      { path: 'phone.text', field: 'phone' },
      { path: 'wechat.text', field: 'wechat' },
      { path: 'totp.secret', field: 'totp' },
    ],
  },
];
