import {
  type Adjustment,
  type Findings,
  type Scores,
  type Standard,
  standards,
} from '@wubian/shared/bedside/ability.ts';
import type { AssessReason } from '@wubian/shared/bedside/reasons.ts';
import type { Connection, QueryFilter } from 'mongoose';
import type { FieldCipher } from '../store/field-cipher.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { assessmentModel } from './assessment.model.ts';

/** What is sealed of a result: everything that tells of her health, and who said so. */
export interface SealedSheet {
  scores: Scores | null;
  findings: Findings | null;
  adjustments: Adjustment[];
  words: string[];
  assessors: string[];
  organisation: string;
  informant: string;
  note: string;
}

export interface NewAssessment {
  id: string;
  streetId: string;
  elderId: string;
  standard: Standard;
  form: 'sheet' | 'conclusion';
  /** YYYY-MM-DD */
  day: string;
  level: number;
  total: number | null;
  reason: AssessReason | null;
  sheet: SealedSheet;
  by: string;
  at: Date;
}

export interface Voiding {
  at: Date;
  by: string;
  reason: string;
}

export interface StoredAssessment extends NewAssessment {
  print: string;
  voided: Voiding | null;
  version: number;
  followed: boolean;
}

/** More than anybody was ever assessed. */
const mostOfOne = 200;

/** The result that counts: the newest by day, made by the present standard and not void. Takes them newest first. */
export const effectiveOf = (results: readonly StoredAssessment[]): StoredAssessment | null =>
  results.find(({ standard, voided }) => standard === standards.now && voided === null) ?? null;

/** Results of assessments. They are added and made void, never changed. */
export function createAssessmentStore(db: Connection, cipher: FieldCipher) {
  const Model = assessmentModel(db);
  const place = (field: 'sheet' | 'voidReason', id: string) => ({ collection: 'assessments', field, id });

  const many = (filter: QueryFilter<unknown>) => Model.find(filter).sort({ day: -1, at: -1, _id: -1 }).lean();
  type Found = Awaited<ReturnType<typeof many>>[number];
  const open = ({ _id, sheet, voided, ...found }: Found): StoredAssessment => {
    const id = _id as string;
    const reason = voided && cipher.open(voided.reason, place('voidReason', id));
    return {
      ...found,
      id,
      sheet: JSON.parse(cipher.open(sheet, place('sheet', id))),
      voided: voided && { at: voided.at, by: voided.by, reason },
    } as StoredAssessment;
  };

  return {
    /** The keyed hash of what was sent. */
    printOf: (sent: unknown): string => cipher.indexOf('assessments.print', JSON.stringify(sent)),

    /** False when the id is taken. */
    async add({ id, sheet, ...given }: NewAssessment, print: string): Promise<boolean> {
      const envelope = cipher.seal(JSON.stringify(sheet), place('sheet', id));
      // Results by the old standard never reach the file, so nothing follows from them.
      const followed = given.standard !== standards.now;
      try {
        await Model.create({ _id: id, ...given, sheet: envelope, print, voided: null, version: 1, followed });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    async byId(streetId: string, id: string): Promise<StoredAssessment | null> {
      const found = await Model.findById(id).lean();
      return found && found.streetId === streetId ? open(found) : null;
    },

    /** All results of one elder, newest by day first. */
    async ofElder(streetId: string, elderId: string): Promise<StoredAssessment[]> {
      return (await many({ streetId, elderId }).limit(mostOfOne)).map(open);
    },

    /** As `ofElder`, for several at once. */
    async ofElders(streetId: string, elderIds: readonly string[]): Promise<StoredAssessment[]> {
      return (await many({ streetId, elderId: { $in: [...elderIds] } })).map(open);
    },

    /** False when it is void already, or not there. */
    async makeVoid({ streetId, id, standard }: StoredAssessment, { at, by, reason }: Voiding): Promise<boolean> {
      const voided = { at, by, reason: cipher.seal(reason, place('voidReason', id)) };
      const { matchedCount } = await Model.updateOne(
        { _id: id, streetId, voided: null },
        { $set: { voided, followed: standard !== standards.now }, $inc: { version: 1 } },
      );
      return matchedCount === 1;
    },

    /** Whose results the file does not know of yet. */
    toFollow: (limit: number): Promise<{ streetId: string; elderId: string }[]> =>
      Model.find({ followed: false }, { _id: 0, streetId: 1, elderId: 1 }).limit(limit).lean(),

    /** Writes down that the file knows of these versions; a newer version stays to be followed. */
    async setFollowed(results: readonly StoredAssessment[]): Promise<void> {
      for (const { id, version } of results) await Model.updateOne({ _id: id, version }, { $set: { followed: true } });
    },
  };
}

export type AssessmentStore = ReturnType<typeof createAssessmentStore>;
