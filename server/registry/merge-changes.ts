import { badField } from '@wubian/shared/refusals.ts';
import type { ContactChange, ElderChanges } from '@wubian/shared/registry/facts.ts';
import type * as z from 'zod';
import type { Facts } from './elder-seal.ts';
import { words } from './words.ts';

type Changes = z.output<typeof ElderChanges>;
type Person = z.output<typeof ContactChange>;

/** A person with her number: the one typed now, or the one that she had. */
function personOf({ phone, was, ...person }: Person, before: Facts['contacts'], field: string) {
  const kept = phone ?? (was === null ? undefined : before[was]?.phone);
  if (kept === undefined) throw badField(`${field}.phone`, words.noSuchContact);
  return { ...person, phone: kept };
}

const peopleOf = (changed: readonly Person[], before: Facts['contacts'], field: string) =>
  changed.map((person, i) => personOf(person, before, `changes.${field}.${i}`));

/**
 * The facts with an editor's changes in them; what she left out stays, hidden values that she could not see too. A
 * door belongs to its estate: with another estate the parts not typed anew are emptied, and so is the point.
 */
export function mergeChanges(before: Facts, changes: Changes): Facts {
  const { address, contacts, keyHolders, doctor, ...plain } = changes;
  const isElsewhere = address !== undefined && address.estateId !== before.address.estateId;
  const door = isElsewhere ? { building: '', unit: '', floor: '', room: '', note: '' } : before.address;
  const typed = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const typedAddress = Object.fromEntries(Object.entries(address ?? {}).filter(([, value]) => value !== undefined));
  return {
    ...before,
    ...(isElsewhere && { point: null }),
    ...typed,
    ...(address && { address: { ...door, ...typedAddress } as Facts['address'] }),
    ...(contacts && { contacts: peopleOf(contacts, before.contacts, 'contacts') }),
    ...(keyHolders && { keyHolders: peopleOf(keyHolders, before.keyHolders, 'keyHolders') }),
    ...(doctor !== undefined && {
      doctor: doctor && personOf(doctor, before.doctor ? [before.doctor] : [], 'changes.doctor'),
    }),
  };
}
