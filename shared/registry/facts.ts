import * as z from 'zod';
import { Day, Id, Phone, SomeWords, Words } from '../wire.ts';
import { childrenLives, livings } from './categories.ts';
import {
  choicesOf,
  handicapKindLabels,
  idKindLabels,
  maritalLabels,
  residenceStatusLabels,
  welfareLabels,
} from './fact-labels.ts';

/** WGS-84 degrees. */
export const Point = z
  .strictObject({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })
  .meta({ id: 'Point' });

const area = { communityId: Id, gridId: Id.nullable().default(null), estateId: Id };

/** 社区 小区 楼 门 层 室; 门 is Tianjin's word for 单元. Parts are texts, since buildings are called 甲3 or 12A. */
export const Address = z
  .strictObject({
    ...area,
    building: Words(12).default(''),
    unit: Words(12).default(''),
    floor: Words(6).default(''),
    room: Words(12).default(''),
    note: Words(60).default(''),
  })
  .meta({ id: 'Address' });

export const Contact = z
  .strictObject({
    name: SomeWords(30, '请填联系人姓名'),
    relation: SomeWords(10, '请填与老人的关系'),
    phone: Phone,
  })
  .meta({ id: 'Contact' });

export const Device = z
  .strictObject({
    kind: SomeWords(20, '请填设备名称'),
    place: Words(30).default(''),
    /** When somebody last pressed it and it worked. */
    testedOn: Day.nullable().default(null),
  })
  .meta({ id: 'Device' });

const orNull = <T extends z.ZodType>(of: T) => of.nullable().default(null);
const grade = z.number().int().min(0).max(4);

const facts = {
  name: SomeWords(30, '请填老人姓名'),
  sex: z.enum(['female', 'male']),
  birthDate: Day.nullable(),
  /** The birthday as she says it, e.g. 农历二月初八. */
  birthSaid: Words(30).default(''),
  idKind: z.enum(choicesOf(idKindLabels)).default('resident'),
  /** Checked by its kind when it is written (id-number.ts). */
  idNumber: orNull(Words(30)),
  fileNumber: Words(30).default(''),
  phone: Phone.nullable(),
  landline: orNull(Phone),
  residenceStatus: orNull(z.enum(choicesOf(residenceStatusLabels))),
  hukouAddress: Words(100).default(''),
  address: Address,
  point: orNull(Point),
  living: z.enum(livings).nullable(),
  childrenLive: z.enum(childrenLives).nullable(),
  marital: orNull(z.enum(choicesOf(maritalLabels))),
  ruralHome: orNull(z.boolean()),
  hasSupporter: orNull(z.boolean()),
  family: Words(200).default(''),
  welfare: orNull(z.enum(choicesOf(welfareLabels))),
  /** A GB/T 42195-2022 level; results by other standards never come here. */
  abilityLevel: grade.nullable(),
  abilityOn: orNull(Day),
  handicapKind: orNull(z.enum(choicesOf(handicapKindLabels))),
  /** Grade of the certificate, 1 heaviest; 0 is a person without one. */
  handicapGrade: grade.nullable(),
  familyPlanningSpecial: z.boolean().nullable(),
  /** In the order in which they should be called. */
  contacts: z.array(Contact).max(8),
  keyHolders: z.array(Contact).max(4).default([]),
  /** How to get in: gate code, knock loudly, dog. Shown only to staff, her family and the volunteer who comes. */
  doorNotes: Words(200).default(''),
  chronic: z.array(SomeWords(20, '请填病名')).max(20).default([]),
  allergies: Words(200).default(''),
  diet: Words(200).default(''),
  /** What a helper must mind: hard of hearing, walks with a stick. Health words: shown to the same people only. */
  careNotes: Words(300).default(''),
  doctor: orNull(Contact),
  devices: z.array(Device).max(10).default([]),
  /** The account of the worker who answers for her (包联人). */
  responsibleId: orNull(Id),
};

/** What a worker fills in; categories and risk are derived, never typed. */
export const ElderFacts = z.strictObject(facts).meta({ id: 'ElderFacts' });

/** A contact as an editor sends it back: without a number it keeps the number of the one at place `was`. */
export const ContactChange = z
  .strictObject({
    name: SomeWords(30, '请填联系人姓名'),
    relation: SomeWords(10, '请填与老人的关系'),
    phone: Phone.nullable(),
    was: z.number().int().min(0).max(8).nullable(),
  })
  .meta({ id: 'ContactChange' });

/** A new place: the area, and the parts of the door that were typed anew; parts left out stay as they are. */
export const AddressChange = z
  .strictObject({
    ...area,
    building: Words(12).optional(),
    unit: Words(12).optional(),
    floor: Words(6).optional(),
    room: Words(12).optional(),
    note: Words(60).optional(),
  })
  .meta({ id: 'AddressChange' });

const { abilityLevel: _level, abilityOn: _on, ...typed } = facts;
const bare = Object.fromEntries(
  Object.entries(typed).map(([field, of]) => [field, (of instanceof z.ZodDefault ? of.unwrap() : of).optional()]),
) as unknown as {
  [F in keyof typeof typed]: z.ZodOptional<z.ZodType<z.output<(typeof typed)[F]>, z.input<(typeof typed)[F]>>>;
};

/** The fields that an editor changed; a field left out stays. Ability comes from assessments only. */
export const ElderChanges = z
  .strictObject({
    ...bare,
    address: AddressChange.optional(),
    contacts: z.array(ContactChange).max(8).optional(),
    keyHolders: z.array(ContactChange).max(4).optional(),
    doctor: ContactChange.nullable().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, { message: '没有要修改的内容' })
  .meta({ id: 'ElderChanges' });
