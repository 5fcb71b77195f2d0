import { type SheetColumnKey, sheetColumn } from '@wubian/shared/exchange/columns.ts';
import { maskPhone } from '@wubian/shared/masks.ts';
import { formatDoor } from '@wubian/shared/registry/address.ts';
import { type Names, sayField } from '@wubian/shared/registry/say-field.ts';
import type { FactsOfElder } from '../registry/door.ts';

type Say = (facts: FactsOfElder, names: Names, mask: boolean) => string;

const hiddenPart = '***';
const doorPart =
  (part: 'unit' | 'floor' | 'room' | 'note'): Say =>
  ({ address }, _names, mask) =>
    mask && address[part] ? hiddenPart : address[part];

const person = (n: 0 | 1 | 2) =>
  ({
    [`contact${n + 1}Name`]: ({ contacts }) => contacts[n]?.name ?? '',
    [`contact${n + 1}Relation`]: ({ contacts }) => contacts[n]?.relation ?? '',
    [`contact${n + 1}Phone`]: ({ contacts }, _names, mask) => {
      const phone = contacts[n]?.phone ?? '';
      return mask && phone ? maskPhone(phone) : phone;
    },
  }) as Record<string, Say>;

/** Columns that are not simply a fact in words. */
const special: Partial<Record<SheetColumnKey, Say>> = {
  community: ({ address }, names) => names.community(address.communityId),
  grid: ({ address }, names) => (address.gridId ? names.grid(address.gridId) : ''),
  estate: ({ address }, names) => names.estate(address.estateId),
  building: ({ address }) => address.building,
  unit: doorPart('unit'),
  floor: doorPart('floor'),
  room: doorPart('room'),
  addressNote: doorPart('note'),
  addressLine: ({ address }, names, mask) => {
    const { building } = address;
    return names.estate(address.estateId) + formatDoor(mask ? { building, unit: '', room: '' } : address);
  },
  ...person(0),
  ...person(1),
  ...person(2),
  moreContacts: ({ contacts }, names, mask) => sayField('contacts', contacts.slice(3), names, mask),
  abilityStandard: ({ abilityLevel }) => (abilityLevel === null ? '' : 'GB/T 42195-2022'),
};

/**
 * A column of a file as a sheet shows it, '' when it is not known; with `mask` only what may be shown without a reveal
 * (ID number, phones, the door behind the building).
 */
export const sayColumn = (key: SheetColumnKey, facts: FactsOfElder, names: Names, mask: boolean): string => {
  const say = special[key];
  if (say) return say(facts, names, mask);
  const { field } = sheetColumn(key);
  return sayField(field, facts[field], names, mask);
};
