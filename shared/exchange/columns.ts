import {
  childrenLiveLabels,
  handicapKindLabels,
  idKindLabels,
  livingLabels,
  maritalLabels,
  residenceStatusLabels,
  sexLabels,
  welfareLabels,
} from '../registry/fact-labels.ts';
import { type FieldName, fieldRow } from '../registry/fields.ts';
import type { TargetColumn } from './header.ts';

/** A column of an elders' sheet: how it is called, what it fills, and how a clerk fills it. */
export interface SheetColumn extends TargetColumn {
  /** The fact that the column is about. */
  field: FieldName;
  /** Its value leaves the server only with a reveal; without one it is exported as far as it may be shown. */
  hidden: boolean;
  /** Must be filled in for somebody who is not in the registry yet. */
  required?: boolean;
  example: string;
  help: string;
  /** Offered as a list in the template. */
  choices?: readonly string[];
}

type Given = Partial<Pick<SheetColumn, 'label' | 'synonyms' | 'hidden' | 'required' | 'example' | 'help' | 'choices'>>;

const column = (field: FieldName, given: Given = {}): Omit<SheetColumn, 'key'> => ({
  field,
  label: fieldRow(field).label,
  hidden: fieldRow(field).care === 'hidden',
  example: '',
  help: '',
  ...given,
});
const choice = (field: FieldName, labels: Readonly<Record<string, string>>, example: string, given: Given = {}) =>
  column(field, { choices: Object.values(labels), example, help: '从列表里选。不清楚就空着。', ...given });
const yesNo = (field: FieldName, given: Given = {}) =>
  column(field, { choices: ['是', '否'], help: '填“是”或“否”。不清楚就空着。', ...given });

const personColumns = (n: 1 | 2 | 3) =>
  ({
    [`contact${n}Name`]: column('contacts', {
      label: `联系人${n}姓名`,
      hidden: false,
      ...(n === 1 && {
        synonyms: ['紧急联系人', '紧急联系人姓名', '联系人', '联系人姓名', '家属姓名', '监护人姓名'],
        example: '周敏',
      }),
      help: '只填姓名。排在前面的先联系。',
    }),
    [`contact${n}Relation`]: column('contacts', {
      label: `联系人${n}关系`,
      hidden: false,
      ...(n === 1 && { synonyms: ['与老人关系', '与老人的关系', '联系人关系', '关系'], example: '女儿' }),
      help: '例如：女儿、老伴、邻居。',
    }),
    [`contact${n}Phone`]: column('contacts', {
      label: `联系人${n}电话`,
      ...(n === 1 && {
        synonyms: ['紧急联系人电话', '紧急联系电话', '联系人电话', '联系人手机', '家属电话', '监护人电话'],
        example: '13800005678',
      }),
      help: '一格只填一个号码。',
    }),
  }) as Record<`contact${typeof n}${'Name' | 'Relation' | 'Phone'}`, Omit<SheetColumn, 'key'>>;

const area = { hidden: false } as const;
const rows = {
  fileNumber: column('fileNumber', {
    synonyms: ['档案编号', '建档编号', '老人编号'],
    help: '街道自己的编号。有它就先按它找人。',
  }),
  name: column('name', { synonyms: ['老人姓名', '长者姓名'], required: true, example: '王秀兰', help: '只填姓名。' }),
  idNumber: column('idNumber', {
    synonyms: ['身份证号', '身份证号码', '身份证', '证件号', '公民身份号码', '公民身份证号码'],
    help: '18 位身份证号；先把这一列设为文本。出生日期和性别可以由它得出。',
  }),
  idKind: choice('idKind', idKindLabels, '', { help: '空着就由号码判断。' }),
  sex: choice('sex', sexLabels, '女', { help: '填“女”或“男”。填了身份证号可以空着。' }),
  birthDate: column('birthDate', {
    synonyms: ['出生年月', '出生年月日', '生日', '出生时间'],
    example: '1944-03-08',
    help: '1944-03-08 这样；也可以写农历，例如 农历1944年二月初八。填了身份证号可以空着。',
  }),
  birthSaid: column('birthSaid', { help: '老人自己说的生日，例如 农历二月初八。' }),
  phone: column('phone', {
    synonyms: ['手机号', '手机号码', '本人电话', '老人电话', '联系电话', '电话', '电话号码'],
    example: '13800001234',
    help: '老人自己的手机。一格只填一个号码。',
  }),
  landline: column('landline', {
    synonyms: ['座机', '家庭电话', '家里电话', '固话'],
    help: '带区号，例如 022-23330000。',
  }),
  residenceStatus: choice('residenceStatus', residenceStatusLabels, '户在人在'),
  hukouAddress: column('hukouAddress', { synonyms: ['户籍所在地', '户口地址', '户籍'], help: '户口本上的地址。' }),
  community: column('address', {
    ...area,
    label: '社区',
    synonyms: ['所属社区', '社区名称', '居委会', '所在社区'],
    required: true,
    help: '和系统里的社区名称一样。整张表是一个社区的，可以不填，导入时选。',
  }),
  grid: column('address', {
    ...area,
    label: '网格',
    synonyms: ['所属网格', '网格名称'],
    help: '和系统里的网格名称一样。',
  }),
  estate: column('address', {
    ...area,
    label: '小区',
    synonyms: ['小区名称', '所在小区', '院落'],
    required: true,
    help: '和系统里的小区名称一样。也可以写在“住址”一格里。',
  }),
  building: column('address', { ...area, label: '楼', synonyms: ['楼栋', '楼号', '楼栋号', '栋'], example: '3' }),
  unit: column('address', { label: '门', synonyms: ['单元', '单元号', '门号'], example: '2' }),
  floor: column('address', { label: '层', synonyms: ['楼层', '所在楼层'], example: '5' }),
  room: column('address', { label: '室', synonyms: ['房号', '房间号', '门牌号', '户号', '室号'], example: '501' }),
  addressNote: column('address', { label: '住址补充', synonyms: ['地址备注'], help: '例如：院里平房、地下室。' }),
  addressLine: column('address', {
    label: '住址',
    synonyms: [
      '现住址',
      '家庭住址',
      '居住地址',
      '详细地址',
      '家庭地址',
      '实际居住地址',
      '常住地址',
      '现居住地址',
      '地址',
    ],
    help: '一格写完：小区加楼、门、室，例如 水西里花园3号楼2门501。已分列填写的可以空着。',
  }),
  doorNotes: column('doorNotes', { help: '怎么进门，例如：门铃坏了请敲门。' }),
  living: choice('living', livingLabels, '独自居住', { synonyms: ['居住情况', '居住方式'] }),
  marital: choice('marital', maritalLabels, '丧偶', { synonyms: ['婚姻'] }),
  childrenLive: choice('childrenLive', childrenLiveLabels, '', { synonyms: ['子女情况'] }),
  ruralHome: yesNo('ruralHome'),
  hasSupporter: yesNo('hasSupporter'),
  family: column('family', { synonyms: ['家庭成员'] }),
  ...personColumns(1),
  ...personColumns(2),
  ...personColumns(3),
  moreContacts: column('contacts', {
    label: '其他联系人',
    help: '第四位起，写成 周敏（女儿）13800005678，几位之间用分号隔开。',
  }),
  keyHolders: column('keyHolders', { help: '写成 周敏（女儿）13800005678，几位之间用分号隔开。' }),
  welfare: choice('welfare', welfareLabels, '', { synonyms: ['低保情况', '救助类型', '保障类型'] }),
  familyPlanningSpecial: yesNo('familyPlanningSpecial', { synonyms: ['失独', '计生特扶', '计划生育特殊家庭'] }),
  handicapKind: choice('handicapKind', handicapKindLabels, '', { synonyms: ['残疾类型', '残疾种类'] }),
  handicapGrade: choice('handicapGrade', fieldRow('handicapGrade').labels!, '', { synonyms: ['残疾级别'] }),
  abilityLevel: choice('abilityLevel', fieldRow('abilityLevel').labels!, '', {
    synonyms: ['能力评估等级', '失能等级', '自理能力', '评估等级', '评估结果'],
    help: '只收 GB/T 42195-2022 的结果，并要填“评估标准”和“评估日期”。',
  }),
  abilityOn: column('abilityOn', { synonyms: ['能力评估日期', '评估时间'], help: '有能力等级时要填。' }),
  abilityStandard: column('abilityLevel', {
    label: '评估标准',
    synonyms: ['能力评估标准'],
    help: '填 GB/T 42195-2022。旧标准 MZ/T 039 的结果不能当作现在的等级，请在“能力评估”里录入。',
  }),
  chronic: column('chronic', { synonyms: ['慢性病情况', '患病情况', '既往病史'], help: '几种病之间用顿号隔开。' }),
  allergies: column('allergies', { synonyms: ['过敏史', '药物过敏'] }),
  diet: column('diet', { synonyms: ['饮食', '忌口'] }),
  careNotes: column('careNotes', { synonyms: ['照护要点', '注意事项'] }),
  doctor: column('doctor', { synonyms: ['签约医生'], help: '写成 张医生（家庭医生）022-23330000。' }),
  devices: column('devices', { help: '写成 一键呼叫器，在床头；几件之间用分号隔开。' }),
  responsible: column('responsibleId', {
    label: '责任人',
    synonyms: ['包联人', '包保人', '帮扶人'],
    help: '填本社区网格员或负责人的姓名。',
  }),
} satisfies Record<string, Omit<SheetColumn, 'key'>>;

export type SheetColumnKey = keyof typeof rows;

/** Every column that a sheet of elders may have, made from the table of facts; in the order of the template. */
export const sheetColumns = Object.entries(rows).map(([key, row]) => ({ key, ...row })) as (SheetColumn & {
  key: SheetColumnKey;
})[];
export const sheetColumnKeys = sheetColumns.map(({ key }) => key) as [SheetColumnKey, ...SheetColumnKey[]];

const byKey = new Map(sheetColumns.map((one) => [one.key, one]));
/** The row of a column. */
export const sheetColumn = (key: SheetColumnKey): SheetColumn & { key: SheetColumnKey } => byKey.get(key)!;

/** Columns that are told of a file but never read from a sheet: the program works them out. */
export const toldColumns = {
  age: { label: '年龄', synonyms: ['周岁'] },
  categories: { label: '类别', synonyms: ['老人类别', '人员类别'] },
  risk: { label: '风险等级', synonyms: ['风险'] },
  status: { label: '在册状态', synonyms: ['状态'] },
  updatedOn: { label: '更新日期', synonyms: ['最近更新'] },
} as const satisfies Record<string, { label: string; synonyms: readonly string[] }>;
export type ToldColumnKey = keyof typeof toldColumns;

export type ExportColumnKey = SheetColumnKey | ToldColumnKey;
export const exportColumnKeys = [...sheetColumnKeys, ...(Object.keys(toldColumns) as ToldColumnKey[])] as [
  ExportColumnKey,
  ...ExportColumnKey[],
];
/** How the columns of an export are called, in its order. */
export const exportColumns: readonly (TargetColumn & { key: ExportColumnKey; hidden: boolean })[] = [
  ...sheetColumns,
  ...Object.entries(toldColumns).map(([key, row]) => ({ key: key as ToldColumnKey, ...row, hidden: false })),
];

/** What an export holds unless somebody chooses otherwise. */
export const usualExport: readonly ExportColumnKey[] = [
  'name',
  'sex',
  'age',
  'phone',
  'community',
  'grid',
  'estate',
  'building',
  'living',
  'categories',
  'risk',
  'responsible',
  'status',
];

/** Clears an optional cell; a blank one leaves what is there. */
export const clearWord = '清空';
