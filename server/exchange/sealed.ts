import type { SealedPlaces } from '../store/sealed-places.ts';
import { sealedInRows } from './batch.model.ts';
import { sealedInExports } from './export.model.ts';
import { sealedInParts } from './file.model.ts';

/** Every sealed place of this room. */
export const sealedInExchange: readonly SealedPlaces[] = [sealedInRows, sealedInExports, sealedInParts];
