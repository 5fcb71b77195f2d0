import type { SealedPlaces } from '../store/sealed-places.ts';

/** Every sealed place of this room (sealing.ts). */
export const sealedInCompanion: readonly SealedPlaces[] = [
  {
    collection: 'tasks',
    paths: [
      ...['doorNote', 'did', 'noticed', 'concern.words', 'concern.heededWords'].map((path) => ({ path, field: path })),
      { path: 'history[].words', field: 'history.words' },
    ],
  },
];
