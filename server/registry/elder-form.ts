import type { CategoryFacts, ChildrenLive, Living } from '@wubian/shared/registry/categories.ts';
import type { DoorParts, ElderSeal, Facts, Sealed } from './elder-seal.ts';
import { nameSearch } from './name-search.ts';

/** The stored form of a file's facts; the rest of the document is who wrote them. */
interface FactsDocument {
  communityId: string;
  gridId: string | null;
  estateId: string;
  name: string;
  sex: 'female' | 'male';
  point: { longitude: number; latitude: number } | null;
  sealed: Sealed;
}
type FactsRead = FactsDocument & { [F in keyof CategoryFacts]: CategoryFacts[F] };

/** An elder's file, opened. */
export interface StoredElder {
  id: string;
  streetId: string;
  version: number;
  updatedAt: Date;
  facts: Facts;
}

/** What a row of the list needs, opened. */
export interface StoredElderRow extends CategoryFacts {
  id: string;
  name: string;
  nameKey: string;
  sex: 'female' | 'male';
  communityId: string;
  estateId: string;
  phone: string | null;
  door: DoorParts;
}

/** Everything that the facts decide in a document: plain and sealed fields, and the keys to sort and find by. */
export function toDocument(seal: ElderSeal, streetId: string, id: string, facts: Facts) {
  const { address } = facts;
  return {
    communityId: address.communityId,
    gridId: address.gridId,
    estateId: address.estateId,
    name: facts.name,
    ...nameSearch(facts.name),
    sex: facts.sex,
    birthDate: facts.birthDate,
    point: facts.point,
    living: facts.living,
    childrenLive: facts.childrenLive,
    abilityLevel: facts.abilityLevel,
    handicapGrade: facts.handicapGrade,
    familyPlanningSpecial: facts.familyPlanningSpecial,
    sealed: seal.seal(id, facts),
    phoneKeys: seal.phoneKeys(streetId, facts.phone),
    doorKeys: seal.doorKeys(streetId, address),
  };
}

/** The facts behind the categories, as a document read from the database holds them. */
export const categoryFactsOf = (found: {
  birthDate?: string | null;
  living?: string | null;
  childrenLive?: string | null;
  abilityLevel?: number | null;
  handicapGrade?: number | null;
  familyPlanningSpecial?: boolean | null;
}): CategoryFacts => ({
  birthDate: found.birthDate ?? null,
  living: (found.living ?? null) as Living | null,
  childrenLive: (found.childrenLive ?? null) as ChildrenLive | null,
  abilityLevel: found.abilityLevel ?? null,
  handicapGrade: found.handicapGrade ?? null,
  familyPlanningSpecial: found.familyPlanningSpecial ?? null,
});

/** Opens a document's facts. */
export function toFacts(seal: ElderSeal, id: string, found: FactsRead): Facts {
  const { sealed } = found;
  return {
    name: found.name,
    sex: found.sex,
    phone: seal.openPhone(id, sealed.phone),
    address: {
      communityId: found.communityId,
      gridId: found.gridId,
      estateId: found.estateId,
      ...seal.openDoor(id, sealed.door),
    },
    point: found.point && { longitude: found.point.longitude, latitude: found.point.latitude },
    ...categoryFactsOf(found),
    contacts: seal.openContacts(id, sealed.contacts),
    doorNotes: seal.openNotes('doorNotes', id, sealed.doorNotes),
    careNotes: seal.openNotes('careNotes', id, sealed.careNotes),
  };
}

/** The names of the facts in which two files differ, for the history: never their values. */
export const changedFields = (before: Facts, after: Facts): string[] =>
  (Object.keys(after) as (keyof Facts)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
