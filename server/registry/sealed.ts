import type { SealedPlaces } from '../store/sealed-places.ts';
import { sealedInConsents } from './consent.model.ts';
import { sealedInGlass } from './glass.model.ts';
import { sealedInHandovers } from './handover.model.ts';
import { sealedInMerges } from './merge.model.ts';
import { sealedInRights } from './rights.model.ts';
import { sealedInTwins } from './twin.model.ts';

const ofFile = ['phone', 'idNumber', 'door', 'contacts', 'doorNotes', 'careNotes', 'more'];

/** Where envelopes lie in an elder's file (elder.model.ts); also inside files that are kept as they were. */
export const sealedInElders: SealedPlaces = {
  collection: 'elders',
  paths: [
    ...ofFile.map((field) => ({ path: `sealed.${field}`, field })),
    { path: 'changes[].before', field: ({ version }) => `changes.${Number(version)}` },
    { path: 'life[].why', field: 'life.why' },
    { path: 'undoAsked.why', field: 'life.why' },
  ],
};

/** Both files of a merge as they were, to be put back by an undo. */
const keptByMerges: SealedPlaces = {
  collection: 'merges',
  paths: ['before.winner', 'before.loser'].map((path) => ({ path, field: path, holds: sealedInElders })),
};

/** Every sealed place of this room. */
export const sealedInRegistry: readonly SealedPlaces[] = [
  sealedInElders,
  { collection: 'savedSearches', paths: [{ path: 'filter', field: 'filter' }] },
  sealedInConsents,
  sealedInGlass,
  sealedInRights,
  sealedInTwins,
  sealedInMerges,
  keptByMerges,
  sealedInHandovers,
];
