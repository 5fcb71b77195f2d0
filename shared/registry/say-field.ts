import type * as z from 'zod';
import { maskIdNumber, maskPhone } from '../masks.ts';
import { formatDoor } from './address.ts';
import type { ElderFacts } from './facts.ts';
import { type FieldName, fieldRow } from './fields.ts';

type Facts = z.output<typeof ElderFacts>;
type Person = { name: string; relation: string; phone: string };

/** Names that stand behind ids in a file: of areas and of people. An id without a name says so itself. */
export interface Names {
  community(id: string): string;
  grid(id: string): string;
  estate(id: string): string;
  person(accountId: string): string;
}

const sayPerson = ({ name, relation, phone }: Person, mask: boolean): string =>
  `${name}（${relation}）${mask ? maskPhone(phone) : phone}`;

const sayAddress = (address: Facts['address'], names: Names, mask: boolean): string => {
  const { communityId, gridId, estateId, note } = address;
  const door = mask ? formatDoor({ building: address.building, unit: '', room: '' }) : formatDoor(address);
  const floor = !mask && address.floor ? `（${address.floor}层）` : '';
  const where = [names.community(communityId), gridId ? names.grid(gridId) : '', names.estate(estateId)];
  return [...where, door + floor, mask ? '' : note].filter(Boolean).join(' ');
};

type Say = { [F in FieldName]?: (value: NonNullable<Facts[F]>, names: Names, mask: boolean) => string };

const special: Say = {
  idNumber: (number, _names, mask) => (mask ? maskIdNumber(number, 'staff') : number),
  phone: (phone, _names, mask) => (mask ? maskPhone(phone) : phone),
  landline: (phone, _names, mask) => (mask ? maskPhone(phone) : phone),
  hukouAddress: (address, _names, mask) => (mask && address ? '已登记' : address),
  address: sayAddress,
  point: () => '已定位',
  contacts: (people, _names, mask) => people.map((person) => sayPerson(person, mask)).join('；'),
  keyHolders: (people, _names, mask) => people.map((person) => sayPerson(person, mask)).join('；'),
  doctor: (person, _names, mask) => sayPerson(person, mask),
  chronic: (names) => names.join('、'),
  devices: (all) =>
    all
      .map(({ kind, place, testedOn }) =>
        [kind, place && `在${place}`, testedOn && `${testedOn} 试过`].filter(Boolean).join('，'),
      )
      .join('；'),
  responsibleId: (id, names) => names.person(id),
};

/**
 * A value of a file in words, '' when it is not known. With `mask` the hidden fields show only what may be shown
 * without a reveal (standards.md §3.4): ID number first 6 and last 4, phones 3 and 4, the address as far as the building.
 */
export function sayField<F extends FieldName>(
  field: F,
  value: Facts[F] | null | undefined,
  names: Names,
  mask: boolean,
): string {
  if (value === null || value === undefined || value === '') return '';
  const say = special[field] as ((value: unknown, names: Names, mask: boolean) => string) | undefined;
  if (say) return say(value, names, mask);
  return fieldRow(field).labels?.[String(value)] ?? String(value);
}
