import type { SealedPlaces } from '../../store/sealed-places.ts';

const whole = (path: string) => ({ path, field: path });

/** Every sealed place of the roster. */
export const sealedInRoster: readonly SealedPlaces[] = [
  { collection: 'dutyLeaves', paths: [whole('reason'), whole('words')] },
  { collection: 'dutyNotes', paths: [whole('words')] },
  { collection: 'dutyOpinions', paths: [whole('words')] },
];
