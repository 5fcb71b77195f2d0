import type { SealedPlaces } from '../store/sealed-places.ts';

/** Every sealed place of this room (assessment.model.ts, risk-event.model.ts). */
export const sealedInBedside: readonly SealedPlaces[] = [
  {
    collection: 'assessments',
    paths: [
      { path: 'sheet', field: 'sheet' },
      { path: 'voided.reason', field: 'voidReason' },
    ],
  },
  { collection: 'riskEvents', paths: [{ path: 'sealed', field: 'sealed' }] },
];
