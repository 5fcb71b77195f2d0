import type { KeptPart } from '@wubian/shared/registry/rights.ts';

/** One thing that is kept about a person, in words: what it is, and its fields. */
export interface PersonItem {
  title: string;
  fields: { label: string; said: string }[];
}

/** What one room holds about a person, under one heading. */
export interface PersonPart {
  title: string;
  items: PersonItem[];
}

/**
 * A room that keeps something about an old person beside her file. When she asks for a copy or for erasure, the
 * registry asks every keeper; a room that stores an elder's id or words about her has one.
 */
export interface PersonKeeper {
  /** Everything that the room holds about her, in words, newest first. */
  personData(streetId: string, elderId: string): Promise<PersonPart[]>;
  /** What must be ended first, in words; '' when nothing stands in the way of an erasure. */
  hindrance(streetId: string, elderId: string): Promise<string>;
  /** What an erasure takes away and what it leaves by law, in words, as things are now. */
  foresee(streetId: string, elderId: string): Promise<{ goes: string[]; kept: KeptPart[] }>;
  /** Takes away what may go, and all that names her from what must stay. Safe to repeat. */
  erase(streetId: string, elderId: string): Promise<void>;
}
