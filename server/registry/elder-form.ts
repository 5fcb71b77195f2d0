import type { CategoryFacts } from '@wubian/shared/registry/categories.ts';
import { type FieldName, fieldNames } from '@wubian/shared/registry/fields.ts';
import type { LifeStatus } from '@wubian/shared/registry/life.ts';
import { type KeyFacts, searchKeys } from '@wubian/shared/registry/search-keys.ts';
import type { DoorParts, ElderSeal, Facts, Sealed } from './elder-seal.ts';
import { nameSearch } from './name-search.ts';

/** Facts that stand in the document as they are. */
const plainFields = [
  'name',
  'sex',
  'birthDate',
  'idKind',
  'fileNumber',
  'residenceStatus',
  'point',
  'living',
  'childrenLive',
  'marital',
  'ruralHome',
  'hasSupporter',
  'welfare',
  'abilityLevel',
  'abilityOn',
  'handicapKind',
  'handicapGrade',
  'familyPlanningSpecial',
  'devices',
  'responsibleId',
] as const;
type Plain = Pick<Facts, (typeof plainFields)[number]>;

/** The stored form of a file's facts, as it is read; the rest of the document is who wrote them. */
export interface FactsRead extends Plain {
  communityId: string;
  gridId: string | null;
  estateId: string;
  sealed: Sealed;
}

/** An elder's file, opened. */
export interface StoredElder {
  id: string;
  streetId: string;
  version: number;
  updatedAt: Date;
  status: LifeStatus;
  statusSince: string | null;
  statusUntil: string | null;
  /** The merge that is under way with this file; null almost always. */
  merging: string | null;
  facts: Facts;
}

/** What a row of the list needs, opened. */
export interface StoredElderRow extends KeyFacts {
  id: string;
  version: number;
  name: string;
  nameKey: string;
  sex: 'female' | 'male';
  communityId: string;
  estateId: string;
  phone: string | null;
  door: DoorParts;
  status: LifeStatus;
  updatedAt: Date;
}

const keyFactsOf = (facts: Facts): KeyFacts => ({
  ...facts,
  communityId: facts.address.communityId,
  gridId: facts.address.gridId,
  hasPoint: facts.point !== null,
  contactCount: facts.contacts.length,
});

/** Everything that the facts decide in a document: plain and sealed fields, and the keys to sort and find by. */
export function toDocument(
  seal: ElderSeal,
  { streetId, id, status, day }: { streetId: string; id: string; status: LifeStatus; day: string },
  facts: Facts,
) {
  const { address } = facts;
  return {
    ...(Object.fromEntries(plainFields.map((field) => [field, facts[field]])) as unknown as Plain),
    ...nameSearch(facts.name),
    communityId: address.communityId,
    gridId: address.gridId,
    estateId: address.estateId,
    contactCount: facts.contacts.length,
    sealed: seal.seal(id, facts),
    phoneKeys: seal.phoneKeys(streetId, [facts.phone, facts.landline]),
    keyPhones: facts.keyHolders.map(({ phone }) => seal.phoneKey(streetId, phone)),
    doorKeys: seal.doorKeys(streetId, address),
    idKey: seal.idKey(streetId, facts.idNumber),
    keys: searchKeys(keyFactsOf(facts), status, day),
    keysDay: day,
  };
}

/** The facts behind the categories, as a document read from the database holds them. */
export const categoryFactsOf = (
  found: { [F in keyof CategoryFacts]?: CategoryFacts[F] | undefined },
): CategoryFacts => ({
  birthDate: found.birthDate ?? null,
  living: found.living ?? null,
  childrenLive: found.childrenLive ?? null,
  marital: found.marital ?? null,
  ruralHome: found.ruralHome ?? null,
  hasSupporter: found.hasSupporter ?? null,
  abilityLevel: found.abilityLevel ?? null,
  handicapGrade: found.handicapGrade ?? null,
  familyPlanningSpecial: found.familyPlanningSpecial ?? null,
});

/** What the search keys are made from, as a document read from the database holds it. */
export const keyFactsIn = (
  found: { [F in keyof CategoryFacts]?: CategoryFacts[F] | undefined } & {
    communityId: string;
    responsibleId?: string | null | undefined;
    gridId?: string | null | undefined;
    point?: unknown;
    contactCount: number;
  },
): KeyFacts => ({
  ...categoryFactsOf(found),
  communityId: found.communityId,
  responsibleId: found.responsibleId ?? null,
  gridId: found.gridId ?? null,
  hasPoint: Boolean(found.point),
  contactCount: found.contactCount,
});

/** Opens a document's facts. */
export function toFacts(seal: ElderSeal, id: string, found: FactsRead): Facts {
  const { sealed } = found;
  return {
    ...(Object.fromEntries(plainFields.map((field) => [field, found[field]])) as unknown as Plain),
    point: found.point && { longitude: found.point.longitude, latitude: found.point.latitude },
    devices: found.devices.map(({ kind, place, testedOn }) => ({ kind, place, testedOn })),
    phone: seal.openText('phone', id, sealed.phone),
    idNumber: seal.openText('idNumber', id, sealed.idNumber),
    address: {
      communityId: found.communityId,
      gridId: found.gridId,
      estateId: found.estateId,
      ...seal.openDoor(id, sealed.door),
    },
    contacts: seal.openContacts(id, sealed.contacts),
    doorNotes: seal.openNotes('doorNotes', id, sealed.doorNotes),
    careNotes: seal.openNotes('careNotes', id, sealed.careNotes),
    ...seal.openMore(id, sealed.more),
  };
}

/** The names of the facts in which two files differ, in the order of the table. */
export const changedFields = (before: Facts, after: Facts): FieldName[] =>
  fieldNames.filter((field) => !isSame(before[field], after[field]));

/** Equal as they would be stored, whatever the order of an object's parts. */
function isSame(a: unknown, b: unknown): boolean {
  const inOrder = (_key: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value;
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}
