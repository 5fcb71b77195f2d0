import type { ChildrenLive, Living, Marital } from './fact-labels.ts';

/** The facts behind categories and risk; null means that nobody has found out yet. */
export interface CategoryFacts {
  /** YYYY-MM-DD */
  birthDate: string | null;
  living: Living | null;
  /** Where the nearest child lives; 'none' is a person without children. */
  childrenLive: ChildrenLive | null;
  marital: Marital | null;
  /** She lives in a village. */
  ruralHome: boolean | null;
  /** Someone who is able to support her lives near. */
  hasSupporter: boolean | null;
  /** GB/T 42195-2022 level, 0 able … 4 wholly disabled. */
  abilityLevel: number | null;
  /** Grade of the disability certificate, 1 heaviest … 4; 0 is a person without one. */
  handicapGrade: number | null;
  familyPlanningSpecial: boolean | null;
}

/** A person of whom nothing is known yet. */
export const nothingKnown: CategoryFacts = {
  birthDate: null,
  living: null,
  childrenLive: null,
  marital: null,
  ruralHome: null,
  hasSupporter: null,
  abilityLevel: null,
  handicapGrade: null,
  familyPlanningSpecial: null,
};

/** Full years of age on a day; both are YYYY-MM-DD. Someone born on 29 February turns older on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
