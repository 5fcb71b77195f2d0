import { doorKeys } from '@wubian/shared/registry/address.ts';
import type { ElderFacts } from '@wubian/shared/registry/contract.ts';
import type * as z from 'zod';
import type { FieldCipher } from '../store/field-cipher.ts';

export type Facts = z.output<typeof ElderFacts>;
export type SealedField = 'phone' | 'door' | 'contacts' | 'doorNotes' | 'careNotes';
export type Sealed = Record<Exclude<SealedField, 'phone'>, string> & { phone: string | null };
/** The parts of an address that tell the very door. */
export type DoorParts = Pick<Facts['address'], 'building' | 'unit' | 'floor' | 'room' | 'note'>;

/** A number is found whole, or by its last eight or seven digits, as landlines are said without area code. */
const phoneForms = (digits: string): string[] => [
  ...new Set([digits, ...(digits.length >= 8 ? [digits.slice(-8), digits.slice(-7)] : [])]),
];

/** Seals and opens the fields of an elder's file, each bound to its place, and makes the keys to find them by. */
export function createElderSeal(cipher: FieldCipher) {
  const place = (field: SealedField, id: string) => ({ collection: 'elders', field, id });
  const open = (field: SealedField, id: string, envelope: string) => cipher.open(envelope, place(field, id));
  // The street is part of the hash: the same door or number in two streets gives two keys.
  const keyOf = (field: 'phone' | 'door', streetId: string, text: string) =>
    cipher.indexOf(`elders.${field}`, `${streetId}:${text}`);

  return {
    seal(id: string, facts: Facts): Sealed {
      const { building, unit, floor, room, note } = facts.address;
      const sealed = (field: SealedField, text: string) => cipher.seal(text, place(field, id));
      return {
        phone: facts.phone === null ? null : sealed('phone', facts.phone),
        door: sealed('door', JSON.stringify({ building, unit, floor, room, note } satisfies DoorParts)),
        contacts: sealed('contacts', JSON.stringify(facts.contacts)),
        doorNotes: sealed('doorNotes', facts.doorNotes),
        careNotes: sealed('careNotes', facts.careNotes),
      };
    },
    openPhone: (id: string, envelope: string | null) => (envelope === null ? null : open('phone', id, envelope)),
    openDoor: (id: string, envelope: string): DoorParts => JSON.parse(open('door', id, envelope)),
    openContacts: (id: string, envelope: string): Facts['contacts'] => JSON.parse(open('contacts', id, envelope)),
    openNotes: (field: 'doorNotes' | 'careNotes', id: string, envelope: string) => open(field, id, envelope),

    phoneKeys: (streetId: string, phone: string | null) =>
      phone === null ? [] : phoneForms(phone).map((form) => keyOf('phone', streetId, form)),
    phoneKey: (streetId: string, digits: string) => keyOf('phone', streetId, digits),
    doorKeys: (streetId: string, door: DoorParts) => doorKeys(door).map((text) => keyOf('door', streetId, text)),
    doorKey: (streetId: string, text: string) => keyOf('door', streetId, text),
    /** A keyed hash of everything that was written. */
    print: (facts: Facts) => cipher.indexOf('elders.print', JSON.stringify(facts)),
  };
}

export type ElderSeal = ReturnType<typeof createElderSeal>;
