import type { SealedPlaces } from '../store/sealed-places.ts';

/** Every sealed place of this room (messages/sealing.ts). */
export const sealedInNotices: readonly SealedPlaces[] = [
  {
    collection: 'messages',
    paths: ['to.name', 'to.phone', 'title', 'body', 'code'].map((path) => ({ path, field: path })),
  },
];
