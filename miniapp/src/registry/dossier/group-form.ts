import type { WubianApi } from '@wubian/shared/api.ts';
import type { Input } from '@wubian/shared/endpoint.ts';
import { type FieldGroup, type FieldName, fieldRow, fieldsOf } from '@wubian/shared/registry/fields.ts';
import { dayTyped } from '../elders/elder-form.ts';
import type { Elder } from '../elders/use-elders.ts';

export type Changes = Input<WubianApi['registry']['changeElder']>['changes'];

export interface PersonForm {
  name: string;
  relation: string;
  /** '' keeps the number that is on file. */
  phone: string;
  /** Her place in the file, null for one who is new. */
  was: number | null;
  masked: string;
}
export interface DeviceForm {
  kind: string;
  place: string;
  testedOn: string;
}
export interface AddressForm {
  communityId: string;
  gridId: string;
  estateId: string;
  building: string;
  unit: string;
  floor: string;
  room: string;
  note: string;
}
/** A hidden text: kept as it is, typed anew, or emptied. */
export interface HiddenForm {
  what: 'keep' | 'fresh' | 'none';
  text: string;
  /** What may be shown of the value on file; '' when there is none. */
  masked: string;
}

export type Value = string | PersonForm[] | DeviceForm[] | AddressForm | HiddenForm;
/** The fields of one group as they stand in the form; '' in a choice means "not known yet". */
export type GroupForm = Partial<Record<FieldName, Value>>;

/** How a field is filled in. */
export type Control =
  | 'text'
  | 'area'
  | 'day'
  | 'choice'
  | 'list'
  | 'hidden'
  | 'address'
  | 'people'
  | 'devices'
  | 'worker'
  | 'point';

const controls: Partial<Record<FieldName, Control>> = {
  birthDate: 'day',
  idNumber: 'hidden',
  phone: 'hidden',
  landline: 'hidden',
  hukouAddress: 'hidden',
  address: 'address',
  point: 'point',
  doorNotes: 'area',
  family: 'area',
  contacts: 'people',
  keyHolders: 'people',
  doctor: 'people',
  chronic: 'list',
  allergies: 'area',
  diet: 'area',
  careNotes: 'area',
  devices: 'devices',
  responsibleId: 'worker',
};

export const controlOf = (field: FieldName): Control => controls[field] ?? (fieldRow(field).labels ? 'choice' : 'text');

/** Not typed by hand: the kind follows from the number, ability from assessments. */
const derived: readonly FieldName[] = ['idKind', 'abilityLevel', 'abilityOn'];

/** The fields of a group that a worker may fill in. */
export const editableFields = (group: FieldGroup): FieldName[] =>
  fieldsOf(group).filter((field) => !derived.includes(field));

type Shown = Elder['facts'];
const hidden = (masked: string): HiddenForm => ({ what: masked ? 'keep' : 'fresh', text: '', masked });
const people = (shown: readonly { name: string; relation: string; phoneMasked: string }[]): PersonForm[] =>
  shown.map(({ name, relation, phoneMasked }, was) => ({ name, relation, phone: '', was, masked: phoneMasked }));

function shownValue(facts: Shown, field: FieldName): Value {
  switch (field) {
    case 'idNumber':
      return hidden(facts.idNumberMasked ?? '');
    case 'phone':
      return hidden(facts.phoneMasked ?? '');
    case 'landline':
      return hidden(facts.landlineMasked ?? '');
    case 'hukouAddress':
      return hidden(facts.hasHukouAddress ? '已登记' : '');
    case 'address': {
      const { communityId, gridId, estateId, building } = facts.address;
      return { communityId, gridId: gridId ?? '', estateId, building, unit: '', floor: '', room: '', note: '' };
    }
    case 'point':
      return facts.point ? JSON.stringify(facts.point) : '';
    case 'contacts':
    case 'keyHolders':
      return people(facts[field]);
    case 'doctor':
      return people(facts.doctor ? [facts.doctor] : []);
    case 'devices':
      return facts.devices.map(({ kind, place, testedOn }) => ({ kind, place, testedOn: testedOn ?? '' }));
    case 'chronic':
      return facts.chronic.join('、');
    default: {
      const value = facts[field];
      return value === null || value === undefined ? '' : String(value);
    }
  }
}

/** A stored group as a form. */
export const groupFormOf = (facts: Shown, group: FieldGroup): GroupForm =>
  Object.fromEntries(editableFields(group).map((field) => [field, shownValue(facts, field)]));

const phoneOrKept = ({ name, relation, phone, was }: PersonForm) => ({
  name,
  relation,
  phone: phone.trim() || null,
  was,
});

function addressSent(form: AddressForm, before: AddressForm) {
  const { communityId, gridId, estateId, building, ...typed } = form;
  const parts = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));
  return {
    communityId,
    gridId: gridId || null,
    estateId,
    ...(building !== before.building || estateId !== before.estateId ? { building } : {}),
    ...parts,
  };
}

const yesNo = (text: string): boolean | null => (text === '' ? null : text === 'true');
const needed: readonly FieldName[] = ['name', 'sex', 'fileNumber', 'birthSaid'];

function sent(field: FieldName, value: Value, before: Value): unknown {
  const control = controlOf(field);
  if (control === 'hidden') {
    const { what, text } = value as HiddenForm;
    if (what === 'none') return field === 'hukouAddress' ? '' : null;
    return text.trim();
  }
  if (control === 'people') {
    const all = (value as PersonForm[]).map(phoneOrKept);
    return field === 'doctor' ? (all[0] ?? null) : all;
  }
  if (control === 'address') return addressSent(value as AddressForm, before as AddressForm);
  if (control === 'devices')
    return (value as DeviceForm[]).map(({ testedOn, ...device }) => ({
      ...device,
      testedOn: testedOn ? dayTyped(testedOn) : null,
    }));
  const text = value as string;
  if (control === 'list')
    return text
      .split(/[、，,；;\s]+/u)
      .map((one) => one.trim())
      .filter(Boolean);
  if (control === 'point') return text ? JSON.parse(text) : null;
  if (control === 'day') return text.trim() ? dayTyped(text) : null;
  if (['ruralHome', 'hasSupporter', 'familyPlanningSpecial'].includes(field)) return yesNo(text);
  if (field === 'handicapGrade') return text === '' ? null : Number(text);
  if (control === 'area' || control === 'text' || needed.includes(field)) return text.trim();
  return text || null;
}

const isKept = (value: Value): boolean =>
  typeof value === 'object' &&
  'what' in value &&
  (value.what === 'keep' || (value.what === 'fresh' && !value.text.trim()));

/** What to send: the fields that stand in the form otherwise than when it was opened. */
export function changesOf(form: GroupForm, base: GroupForm): Changes {
  const fields = (Object.keys(form) as FieldName[]).filter(
    (field) => !isKept(form[field]!) && JSON.stringify(form[field]) !== JSON.stringify(base[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, sent(field, form[field]!, base[field]!)])) as Changes;
}
