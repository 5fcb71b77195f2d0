import { doorKeys } from '@wubian/shared/registry/address.ts';
import type { ElderFacts } from '@wubian/shared/registry/facts.ts';
import type * as z from 'zod';
import type { FieldCipher } from '../store/field-cipher.ts';

export type Facts = z.output<typeof ElderFacts>;
/** Facts that are sealed together: nothing searches or lists them. */
const moreFields = [
  'birthSaid',
  'landline',
  'hukouAddress',
  'family',
  'keyHolders',
  'chronic',
  'allergies',
  'diet',
  'doctor',
] as const;
export type More = Pick<Facts, (typeof moreFields)[number]>;

const textFields = ['phone', 'idNumber', 'door', 'contacts', 'doorNotes', 'careNotes', 'more'] as const;
export type SealedField = (typeof textFields)[number];
type Optional = 'phone' | 'idNumber';
export type Sealed = Record<Exclude<SealedField, Optional>, string> & Record<Optional, string | null>;
/** The parts of an address that tell the very door. */
export type DoorParts = Pick<Facts['address'], 'building' | 'unit' | 'floor' | 'room' | 'note'>;

/** A number is found whole, or by its last eight or seven digits, as landlines are said without area code. */
const phoneForms = (digits: string): string[] => [
  ...new Set([digits, ...(digits.length >= 8 ? [digits.slice(-8), digits.slice(-7)] : [])]),
];

const pickMore = (facts: More): More =>
  Object.fromEntries(moreFields.map((field) => [field, facts[field]])) as unknown as More;

/** Seals and opens the fields of an elder's file, each bound to its place, and makes the keys to find them by. */
export function createElderSeal(cipher: FieldCipher) {
  const place = (field: string, id: string) => ({ collection: 'elders', field, id });
  const open = (field: string, id: string, envelope: string) => cipher.open(envelope, place(field, id));
  // The street is part of the hash: the same door or number in two streets gives two keys.
  const keyOf = (field: 'phone' | 'door' | 'idNumber', streetId: string, text: string) =>
    cipher.indexOf(`elders.${field}`, `${streetId}:${text}`);

  return {
    seal(id: string, facts: Facts): Sealed {
      const { building, unit, floor, room, note } = facts.address;
      const sealed = (field: SealedField, text: string) => cipher.seal(text, place(field, id));
      return {
        phone: facts.phone === null ? null : sealed('phone', facts.phone),
        idNumber: facts.idNumber === null ? null : sealed('idNumber', facts.idNumber),
        door: sealed('door', JSON.stringify({ building, unit, floor, room, note } satisfies DoorParts)),
        contacts: sealed('contacts', JSON.stringify(facts.contacts)),
        doorNotes: sealed('doorNotes', facts.doorNotes),
        careNotes: sealed('careNotes', facts.careNotes),
        more: sealed('more', JSON.stringify(pickMore(facts))),
      };
    },
    openText: (field: Optional, id: string, envelope: string | null) =>
      envelope === null ? null : open(field, id, envelope),
    openDoor: (id: string, envelope: string): DoorParts => JSON.parse(open('door', id, envelope)),
    openContacts: (id: string, envelope: string): Facts['contacts'] => JSON.parse(open('contacts', id, envelope)),
    openNotes: (field: 'doorNotes' | 'careNotes', id: string, envelope: string) => open(field, id, envelope),
    openMore: (id: string, envelope: string): More => JSON.parse(open('more', id, envelope)),
    /** What stood in the changed fields before a writing; bound to the file and its new version. */
    sealBefore: (id: string, version: number, before: Partial<Facts>) =>
      cipher.seal(JSON.stringify(before), place(`changes.${version}`, id)),
    openBefore: (id: string, version: number, envelope: string): Partial<Facts> =>
      JSON.parse(open(`changes.${version}`, id, envelope)),

    phoneKeys: (streetId: string, phones: readonly (string | null)[]) => [
      ...new Set(
        phones
          .flatMap((phone) => (phone === null ? [] : phoneForms(phone)))
          .map((form) => keyOf('phone', streetId, form)),
      ),
    ],
    phoneKey: (streetId: string, digits: string) => keyOf('phone', streetId, digits),
    idKey: (streetId: string, number: string | null) => (number === null ? null : keyOf('idNumber', streetId, number)),
    doorKeys: (streetId: string, door: DoorParts) => doorKeys(door).map((text) => keyOf('door', streetId, text)),
    doorKey: (streetId: string, text: string) => keyOf('door', streetId, text),
    /** A keyed hash of everything that was written. */
    print: (facts: unknown) => cipher.indexOf('elders.print', JSON.stringify(facts)),
  };
}

export type ElderSeal = ReturnType<typeof createElderSeal>;
