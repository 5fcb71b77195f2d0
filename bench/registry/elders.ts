import type { FieldCipher } from '../../server/store/field-cipher.ts';
import type { Street } from '../../server/streets/index.ts';
import { anIdNumber } from '../../tests/factories/id-numbers.ts';
import { elderDocuments, eldersOf } from '../street/elders.ts';

const DAY_MS = 86_400_000;
const daysWritten = 330;

/** What the searches look for: some files as they were filled in. */
export interface Sample {
  id: string;
  name: string;
  phone: string | null;
  idNumber: string | null;
  estateId: string;
  building: string;
  unit: string;
  room: string;
  gridId: string | null;
}

/**
 * Documents of a registry's files as the store writes them, one by one: nine of ten with a worker who answers for them,
 * one of fifty without a grid, one of ten with an ID number, last written some day of the last eleven months.
 */
export function* registryDocuments(
  { cipher, street, at, workerOf }: { cipher: FieldCipher; street: Street; at: Date; workerOf: (id: string) => string },
  count: number,
  keep: (sample: Sample) => void,
) {
  const toDocument = elderDocuments(cipher, street.id, '测速', at);
  const taken = new Set<string>();
  const every = Math.max(1, Math.floor(count / 100));
  let n = 0;
  for (const { elder, facts } of eldersOf(street, count)) {
    n += 1;
    const number = n % 10 === 0 ? anIdNumber(facts.birthDate!, facts.sex, n / 10) : null;
    const idNumber = number && !taken.has(number) ? number : null;
    if (idNumber) taken.add(idNumber);
    facts.idNumber = idNumber;
    facts.responsibleId = n % 10 === 3 ? null : workerOf(elder.communityId);
    if (n % 50 === 7) facts.address.gridId = null;
    // The prime spreads the days over communities and names.
    const writtenAt = new Date(at.getTime() - ((n * 7919) % daysWritten) * DAY_MS);
    const document = toDocument({ elder, facts });
    const [entry] = document.changes;
    const { estateId, building, unit, room, gridId } = facts.address;
    if (n % every === 0 || (n % every === 1 && idNumber))
      keep({
        ...{ id: elder.id, name: facts.name, phone: facts.phone, idNumber },
        estateId,
        building,
        unit,
        room,
        gridId,
      });
    yield { ...document, updatedAt: writtenAt, changes: [{ ...entry!, at: writtenAt }] };
  }
}
