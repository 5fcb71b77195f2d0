import { badField } from '@wubian/shared/refusals.ts';
import { readIdNumber } from '@wubian/shared/registry/id-number.ts';
import type { Facts } from './elder-seal.ts';
import { words } from './words.ts';

/**
 * The facts as they are stored: the ID number in its one form and with its kind. What contradicts it is refused by
 * field, as is a birth date after `day` (YYYY-MM-DD). `field` is the input path of the facts.
 */
export function checkFacts(facts: Facts, day: string, field = 'facts'): Facts {
  if (facts.birthDate && facts.birthDate > day) throw badField(`${field}.birthDate`, words.bornLater);
  if (facts.idNumber === null || facts.idNumber === '') return { ...facts, idNumber: null };
  const read = readIdNumber(facts.idNumber, day);
  if (!read.ok) throw badField(`${field}.idNumber`, read.why);
  if (read.birthDate && facts.birthDate && read.birthDate !== facts.birthDate)
    throw badField(`${field}.birthDate`, words.birthNotAsInId);
  if (read.sex && read.sex !== facts.sex) throw badField(`${field}.sex`, words.sexNotAsInId);
  return { ...facts, idNumber: read.number, idKind: read.kind, birthDate: facts.birthDate ?? read.birthDate };
}
