import { sealedInAccounts } from './accounts/index.ts';
import { sealedInBedside } from './bedside/index.ts';
import { sealedInCompanion } from './companion/index.ts';
import { sealedInExchange } from './exchange/index.ts';
import { sealedInNotices } from './notices/index.ts';
import { sealedInElders, sealedInRegistry } from './registry/index.ts';
import { sealedInResponse } from './response/index.ts';
import type { SealedPlaces } from './store/sealed-places.ts';

/** Files as they were before an import wrote them, to be put back by its undo. */
const keptByImports: SealedPlaces = {
  collection: 'importRows',
  paths: [{ path: 'image', field: null, holds: sealedInElders }],
};

/**
 * Every sealed place of every room. The audit has none: the reasons in it lie under the chain's hashes and are sealed
 * with a key that is never turned (decisions/0010).
 */
export const allSealedPlaces: readonly SealedPlaces[] = [
  ...sealedInAccounts,
  ...sealedInRegistry,
  ...sealedInBedside,
  ...sealedInCompanion,
  ...sealedInResponse,
  ...sealedInExchange,
  ...sealedInNotices,
  keptByImports,
];
