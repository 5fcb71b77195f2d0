import type { Category } from '@wubian/shared/registry/categories.ts';
import type { ElderFilter, elderSorts } from '@wubian/shared/registry/contract.ts';
import type { ElderFacts } from '@wubian/shared/registry/facts.ts';
import type { FieldName } from '@wubian/shared/registry/fields.ts';
import type { LifeStatus } from '@wubian/shared/registry/life.ts';
import type { Names } from '@wubian/shared/registry/say-field.ts';
import type * as z from 'zod';

export type FactsOfElder = z.output<typeof ElderFacts>;

/** Over whom a job ranges for whoever started it; null is the whole street. */
export interface BatchScope {
  streetId: string;
  communityIds: readonly string[] | null;
}

/** A whole file, opened: nothing of it leaves the server unmasked without a reveal. */
export interface BatchFile {
  id: string;
  version: number;
  status: LifeStatus;
  updatedAt: Date;
  facts: FactsOfElder;
}

/** By what a sheet's rows may know a file. */
export interface FilesWanted {
  ids?: readonly string[];
  idNumbers?: readonly string[];
  fileNumbers?: readonly string[];
  /** Names with birth dates (YYYY-MM-DD); a date that either side does not know does not part them. */
  twins?: readonly { name: string; birthDate: string | null }[];
}

/** Whose hand writes a batch of files. */
export interface BatchHand {
  streetId: string;
  by: string;
  at: Date;
  why: string;
  /** Of the batch: stands in each file's history. */
  cause: string;
}

export interface BatchWrite {
  id: string;
  /** The version over which it is written; 0 makes a new file. */
  from: number;
  to: number;
  facts: FactsOfElder;
}

/** 'moved': somebody wrote the file since `from`. 'idNumber': another file holds the number now. */
export type BatchOutcome = 'written' | 'moved' | 'idNumber';

export interface BatchUndo {
  id: string;
  /** The version that the batch gave it. */
  to: number;
  /** As the file stood before; null when the batch made it. */
  image: Buffer | null;
}

/** 'later': changed, moved or referred to since, so it stays. */
export type UndoOutcome = 'undone' | 'later';

/** What the room of sheets may ask of the registry: the same files, in hundreds. */
export interface BatchDoor {
  /** Files of the street that answer to any of these, in no order; merged and erased ones are left out. */
  find(streetId: string, wanted: FilesWanted): Promise<BatchFile[]>;
  /** The keyed hash under which a number is known. */
  idKey(streetId: string, number: string): string;
  /** The facts in the form in which they are stored, and what stands against them by field; `day` is today. */
  checked(facts: FactsOfElder, day: string): { facts: FactsOfElder; faults: { field: string; words: string }[] };
  changedFields(before: FactsOfElder, after: FactsOfElder): FieldName[];
  /** The files as they are stored, byte for byte, by id. */
  images(streetId: string, ids: readonly string[]): Promise<Map<string, { version: number; bytes: Buffer }>>;
  /** Writes each file once, however often it is called with the same cause. */
  write(hand: BatchHand, writes: readonly BatchWrite[]): Promise<Map<string, BatchOutcome>>;
  /** Puts files back as they were, byte for byte; those that anything has happened to since stay. */
  takeBack(
    streetId: string,
    cause: string,
    files: readonly BatchUndo[],
    referredTo: ReadonlySet<string>,
  ): Promise<Map<string, UndoOutcome>>;
  /** Files of these communities whom the street looks after, in hundreds, by id. */
  ofCommunities(streetId: string, communityIds: readonly string[]): AsyncIterable<BatchFile[]>;
  /** What a list shows for this filter, in its order, in hundreds. */
  list(
    scope: BatchScope,
    filter: z.output<typeof ElderFilter>,
    sort: keyof typeof elderSorts,
  ): AsyncIterable<BatchFile[]>;
  /** Names behind the ids in files. */
  names(streetId: string, accountIds: readonly (string | null)[]): Promise<Names>;
  /** The categories that the street looks at today. */
  listedCategories(streetId: string): Promise<readonly Category[]>;
}
