import type { ChildrenLive, Living } from '@wubian/shared/registry/categories.ts';
import { ElderFacts } from '@wubian/shared/registry/contract.ts';
import type * as z from 'zod';
import { words } from '../../words.ts';
import { editWords } from './words.ts';

export type Facts = z.output<typeof ElderFacts>;

export interface ContactForm {
  name: string;
  relation: string;
  phone: string;
}

/** The file as it stands in the form. '' in a choice means "not known yet", which is an answer of its own. */
export interface ElderForm {
  name: string;
  sex: '' | Facts['sex'];
  bornKnown: 'yes' | 'unknown';
  birthDate: string;
  idNumber: string;
  phone: string;
  communityId: string;
  gridId: string;
  estateId: string;
  building: string;
  unit: string;
  floor: string;
  room: string;
  addressNote: string;
  point: Facts['point'];
  contacts: ContactForm[];
  living: '' | Living;
  childrenLive: '' | ChildrenLive;
  handicap: string;
  familyPlanning: '' | 'yes' | 'no';
  doorNotes: string;
  careNotes: string;
}

export const emptyForm = (communityId = ''): ElderForm => ({
  name: '',
  sex: '',
  bornKnown: 'yes',
  birthDate: '',
  idNumber: '',
  phone: '',
  communityId,
  gridId: '',
  estateId: '',
  building: '',
  unit: '',
  floor: '',
  room: '',
  addressNote: '',
  point: null,
  contacts: [],
  living: '',
  childrenLive: '',
  handicap: '',
  familyPlanning: '',
  doorNotes: '',
  careNotes: '',
});

const numberOf = (text: string): number | null => (text === '' ? null : Number(text));

/** 19420502, 1942.5.2 and 1942年5月2日 as 1942-05-02; anything else stays as typed. */
export function dayTyped(typed: string): string {
  const match = /^(\d{4})(?:[-./年\s]?(\d{1,2})[-./月\s]?(\d{1,2})日?)$/.exec(typed.trim());
  const [, year, month, day] = match ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed.trim();
}

/** What is sent; null where nothing is known. */
const inputOf = (form: ElderForm) => ({
  name: form.name,
  sex: form.sex || undefined,
  birthDate: form.bornKnown === 'unknown' ? null : dayTyped(form.birthDate),
  idNumber: form.idNumber.trim() || null,
  phone: form.phone.trim() || null,
  address: {
    communityId: form.communityId,
    gridId: form.gridId || null,
    estateId: form.estateId,
    building: form.building,
    unit: form.unit,
    floor: form.floor,
    room: form.room,
    note: form.addressNote,
  },
  point: form.point,
  living: form.living || null,
  childrenLive: form.childrenLive || null,
  abilityLevel: null,
  handicapGrade: numberOf(form.handicap),
  familyPlanningSpecial: form.familyPlanning === '' ? null : form.familyPlanning === 'yes',
  contacts: form.contacts,
  doorNotes: form.doorNotes,
  careNotes: form.careNotes,
});

/** Words for choices that were not made: the schema knows only that they are missing. */
const needs: Record<string, string> = {
  sex: editWords.needPart.sex,
  birthDate: editWords.needPart.born,
  'address.communityId': editWords.needPart.community,
  'address.estateId': editWords.needPart.estate,
};

export type FieldErrors = Readonly<Record<string, string>>;

/** Checks the form by the contract's own schema: the facts, or what is wrong by dotted path. */
export function checkForm(form: ElderForm): { facts: Facts } | { errors: FieldErrors } {
  const result = ElderFacts.safeParse(inputOf(form));
  if (result.success) return { facts: result.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error.issues) {
    const field = path.join('.');
    errors[field] ??= needs[field] ?? (/[\u4e00-\u9fff]/.test(message) ? message : words.pleaseChoose);
  }
  return { errors };
}
