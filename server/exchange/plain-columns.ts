import type { Cell } from '@wubian/shared/exchange/cell.ts';
import { type Choice, readChoice, readYesNo } from '@wubian/shared/exchange/clean/choice.ts';
import { readDate } from '@wubian/shared/exchange/clean/date.ts';
import { readIdNumberCell } from '@wubian/shared/exchange/clean/id-number.ts';
import { readPhone } from '@wubian/shared/exchange/clean/phone.ts';
import { type CellReader, type Read, textReader } from '@wubian/shared/exchange/clean/read.ts';
import type { DateSystem } from '@wubian/shared/exchange/clean/serial-date.ts';
import { readName, readText } from '@wubian/shared/exchange/clean/text.ts';
import type { SheetColumnKey } from '@wubian/shared/exchange/columns.ts';
import { type FieldName, fieldRow } from '@wubian/shared/registry/fields.ts';
import type { FactsOfElder } from '../registry/door.ts';
import { readDay } from './clean/lunar-date.ts';
import { readDevices, readPeople } from './list-cells.ts';

/** What reading a cell needs to know. */
export interface CellContext {
  /** YYYY-MM-DD */
  today: string;
  system: DateSystem;
}

/** What a cell says of the file. */
export type FactsPatch = Partial<FactsOfElder>;
export type ReadColumn = (cell: Cell, context: CellContext) => Read<FactsPatch | null>;

const mapped = <T>(read: Read<T | null>, patch: (value: T) => FactsPatch): Read<FactsPatch | null> => {
  if ('bad' in read) return read;
  return { ok: read.ok === null ? null : patch(read.ok) };
};
const field =
  <F extends FieldName>(name: F, reader: CellReader<NonNullable<FactsOfElder[F]>>): ReadColumn =>
  (cell) =>
    mapped(reader(cell), (value) => ({ [name]: value }) as FactsPatch);

/** What offices write beside our own labels. */
const synonyms: Record<string, Record<string, readonly string[]>> = {
  sex: { female: ['女性', 'F'], male: ['男性', 'M'] },
  idKind: { resident: ['身份证', '二代身份证'], hkMacaoTaiwanPermit: ['港澳台居住证', '居住证'] },
  living: {
    alone: ['独居', '单独居住'],
    withSpouse: ['与配偶同住', '夫妻同住', '和老伴同住', '与老伴居住', '空巢'],
    withChildren: ['与子女同住', '和子女同住', '与子女居住'],
    withOthers: ['与亲友同住', '与保姆同住', '其他'],
  },
  marital: {
    married: ['已婚', '有偶'],
    widowed: ['丧偶单身'],
    divorced: ['离婚', '离异单身'],
    neverMarried: ['未婚单身'],
  },
  childrenLive: {
    none: ['无', '无儿女'],
    sameHome: ['同住'],
    sameDistrict: ['本区', '同区'],
    elsewhere: ['外地', '外区'],
  },
  welfare: {
    none: ['否', '没有', '不享受'],
    dibao: ['低保户', '低保家庭', '最低生活保障'],
    dibaoMargin: ['低保边缘户', '低收入', '低保边缘家庭'],
    tekun: ['特困供养', '特困人员', '三无', '五保'],
  },
  handicapKind: {
    none: ['否', '没有'],
    sight: ['视力残疾'],
    hearing: ['听力残疾'],
    speech: ['言语残疾'],
    limb: ['肢体残疾'],
    intellect: ['智力残疾'],
    mind: ['精神残疾'],
    several: ['多重残疾'],
  },
  handicapGrade: { 0: ['没有', '否', '0'], 1: ['1', '1级'], 2: ['2', '2级'], 3: ['3', '3级'], 4: ['4', '4级'] },
  abilityLevel: { 0: ['0', '0级'], 1: ['1', '1级'], 2: ['2', '2级'], 3: ['3', '3级'], 4: ['4', '4级'] },
};

function choiceOf<F extends FieldName>(name: F, asNumber = false): CellReader<NonNullable<FactsOfElder[F]>> {
  const choices = Object.entries(fieldRow(name).labels!).map(([value, label]) => ({
    value: (asNumber ? Number(value) : value) as NonNullable<FactsOfElder[F]>,
    label,
    synonyms: synonyms[name]?.[value] ?? [],
  })) satisfies Choice<unknown>[];
  return readChoice(choices);
}

/** Nothing, as offices write it where a number should stand. */
const nothing = /^(?:无|没有|无电话|不详|[/\\-]+|—+)$/u;
const orNothing =
  <T>(reader: CellReader<T>): CellReader<T> =>
  (cell) =>
    cell.kind === 'text' && nothing.test(cell.text.trim()) ? { ok: null } : reader(cell);

const readChronic: CellReader<string[]> = textReader((text) => {
  const names = text.split(/[、,;\s]+/u).filter((name) => name !== '');
  if (/^(?:无|没有)$/u.test(text)) return { ok: [] };
  const long = names.find((name) => [...name].length > 20);
  if (long || names.length > 20) return { bad: '每种病最多 20 个字，最多 20 种，几种之间用顿号隔开。' };
  return { ok: names };
});

const phone = orNothing(readPhone);

/** Columns whose cell alone decides a fact. */
export const plainColumns: Partial<Record<SheetColumnKey, ReadColumn>> = {
  fileNumber: field('fileNumber', readText(30)),
  name: field('name', readName),
  idNumber: (cell, { today }) =>
    mapped(orNothing(readIdNumberCell(today))(cell), ({ number, kind, birthDate, sex }) => ({
      idNumber: number,
      idKind: kind,
      ...(birthDate && { birthDate }),
      ...(sex && { sex }),
    })),
  idKind: field('idKind', choiceOf('idKind')),
  sex: field('sex', choiceOf('sex')),
  birthDate: (cell, { system }) =>
    mapped(readDay(cell, system), ({ day, said }) => ({ birthDate: day, ...(said && { birthSaid: said }) })),
  birthSaid: field('birthSaid', readText(30)),
  phone: field('phone', phone),
  landline: field('landline', phone),
  residenceStatus: field('residenceStatus', choiceOf('residenceStatus')),
  hukouAddress: field('hukouAddress', readText(100)),
  doorNotes: field('doorNotes', readText(200)),
  living: field('living', choiceOf('living')),
  marital: field('marital', choiceOf('marital')),
  childrenLive: field('childrenLive', choiceOf('childrenLive')),
  ruralHome: field('ruralHome', readYesNo),
  hasSupporter: field('hasSupporter', readYesNo),
  family: field('family', readText(200)),
  keyHolders: field('keyHolders', orNothing(readPeople(4))),
  welfare: field('welfare', choiceOf('welfare')),
  familyPlanningSpecial: field('familyPlanningSpecial', readYesNo),
  handicapKind: field('handicapKind', choiceOf('handicapKind')),
  handicapGrade: field('handicapGrade', choiceOf('handicapGrade', true)),
  abilityLevel: field('abilityLevel', choiceOf('abilityLevel', true)),
  abilityOn: (cell, { system }) => mapped(readDate(cell, system), (day) => ({ abilityOn: day })),
  chronic: field('chronic', readChronic),
  allergies: field('allergies', readText(200)),
  diet: field('diet', readText(200)),
  careNotes: field('careNotes', readText(300)),
  doctor: (cell) => mapped(orNothing(readPeople(1))(cell), ([doctor]) => ({ doctor: doctor! })),
  devices: field('devices', orNothing(readDevices)),
};

/** The facts as they stand when nobody has found out anything. */
const unknown: FactsPatch = {
  birthDate: null,
  birthSaid: '',
  idNumber: null,
  fileNumber: '',
  phone: null,
  landline: null,
  residenceStatus: null,
  hukouAddress: '',
  doorNotes: '',
  living: null,
  marital: null,
  childrenLive: null,
  ruralHome: null,
  hasSupporter: null,
  family: '',
  keyHolders: [],
  welfare: null,
  familyPlanningSpecial: null,
  handicapKind: null,
  handicapGrade: null,
  abilityLevel: null,
  abilityOn: null,
  chronic: [],
  allergies: '',
  diet: '',
  careNotes: '',
  doctor: null,
  devices: [],
  responsibleId: null,
};

/** What clearing the column leaves; undefined for what a file cannot be without. */
export const clearedFacts = (name: FieldName): FactsPatch | undefined =>
  Object.hasOwn(unknown, name) ? { [name]: unknown[name] } : undefined;

/** The file of somebody of whom nothing is known yet. */
export const emptyFacts = {
  ...unknown,
  name: '',
  idKind: 'resident',
  point: null,
  contacts: [],
} as unknown as FactsOfElder;
