import {
  childrenLiveLabels,
  handicapKindLabels,
  idKindLabels,
  livingLabels,
  maritalLabels,
  residenceStatusLabels,
  sexLabels,
  welfareLabels,
} from './fact-labels.ts';

/** The groups in which a file is read and edited, in the order of the screen. */
export const fieldGroups = {
  identity: '身份',
  hukou: '户籍与人户状态',
  where: '住处',
  living: '居住与家庭',
  contacts: '联系人与钥匙',
  welfare: '待遇与证件',
  health: '健康与能力',
  service: '服务与设备',
} as const;
export type FieldGroup = keyof typeof fieldGroups;

/** How a field of the file is called, where it stands, and how carefully it is handled. */
export interface FieldRow {
  label: string;
  group: FieldGroup;
  /**
   * `hidden`: shown masked, the value leaves the server by an audited reveal only (ID number, phones, doors).
   * `sealed`: encrypted at rest, shown to staff who reach the file. `plain`: lists filter or sort by it.
   */
  care: 'plain' | 'sealed' | 'hidden';
  /** What each value is called, for a choice. */
  labels?: Readonly<Record<string, string>>;
}

const yesNo = { true: '是', false: '否' };
const grades = { 0: '无', 1: '一级', 2: '二级', 3: '三级', 4: '四级' };
const levels = { 0: '能力完好', 1: '轻度失能', 2: '中度失能', 3: '重度失能', 4: '完全失能' };

/**
 * Every fact of an elder's file (domain.md §8), one row each. Screens, history, import, export and merges walk this
 * table, so a field is named once.
 */
export const fields = {
  name: { label: '姓名', group: 'identity', care: 'plain' },
  sex: { label: '性别', group: 'identity', care: 'plain', labels: sexLabels },
  birthDate: { label: '出生日期', group: 'identity', care: 'plain' },
  birthSaid: { label: '生日说法', group: 'identity', care: 'sealed' },
  idKind: { label: '证件类型', group: 'identity', care: 'plain', labels: idKindLabels },
  idNumber: { label: '证件号码', group: 'identity', care: 'hidden' },
  fileNumber: { label: '档案号', group: 'identity', care: 'plain' },
  phone: { label: '手机', group: 'identity', care: 'hidden' },
  landline: { label: '固定电话', group: 'identity', care: 'hidden' },
  residenceStatus: { label: '人户状态', group: 'hukou', care: 'plain', labels: residenceStatusLabels },
  hukouAddress: { label: '户籍地址', group: 'hukou', care: 'hidden' },
  address: { label: '现住址', group: 'where', care: 'hidden' },
  point: { label: '地图位置', group: 'where', care: 'plain' },
  doorNotes: { label: '进门提示', group: 'where', care: 'sealed' },
  living: { label: '居住状况', group: 'living', care: 'plain', labels: livingLabels },
  marital: { label: '婚姻状况', group: 'living', care: 'plain', labels: maritalLabels },
  childrenLive: { label: '子女住处', group: 'living', care: 'plain', labels: childrenLiveLabels },
  ruralHome: { label: '住在农村', group: 'living', care: 'plain', labels: yesNo },
  hasSupporter: { label: '身边有人能照应', group: 'living', care: 'plain', labels: yesNo },
  family: { label: '家庭情况', group: 'living', care: 'sealed' },
  contacts: { label: '紧急联系人', group: 'contacts', care: 'hidden' },
  keyHolders: { label: '钥匙保管人', group: 'contacts', care: 'hidden' },
  welfare: { label: '低保特困', group: 'welfare', care: 'plain', labels: welfareLabels },
  familyPlanningSpecial: { label: '计生特殊家庭', group: 'welfare', care: 'plain', labels: yesNo },
  handicapKind: { label: '残疾类别', group: 'welfare', care: 'plain', labels: handicapKindLabels },
  handicapGrade: { label: '残疾等级', group: 'welfare', care: 'plain', labels: grades },
  abilityLevel: { label: '能力等级', group: 'health', care: 'plain', labels: levels },
  abilityOn: { label: '评估日期', group: 'health', care: 'plain' },
  chronic: { label: '慢性病', group: 'health', care: 'sealed' },
  allergies: { label: '过敏', group: 'health', care: 'sealed' },
  diet: { label: '饮食禁忌', group: 'health', care: 'sealed' },
  careNotes: { label: '照护提示', group: 'health', care: 'sealed' },
  doctor: { label: '家庭医生', group: 'health', care: 'hidden' },
  devices: { label: '设备', group: 'service', care: 'plain' },
  responsibleId: { label: '责任人', group: 'service', care: 'plain' },
} as const satisfies Record<string, FieldRow>;

export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields) as [FieldName, ...FieldName[]];

/** The row of a field, with every part of it. */
export const fieldRow = (field: FieldName): FieldRow => fields[field];

/** The fields of a group, in the order of the table. */
export const fieldsOf = (group: FieldGroup): FieldName[] => fieldNames.filter((field) => fields[field].group === group);

/** Fields whose value leaves the server by a reveal only. */
export type HiddenField = {
  [F in FieldName]: (typeof fields)[F]['care'] extends 'hidden' ? F : never;
}[FieldName];
export const hiddenFields = fieldNames.filter((field): field is HiddenField => fields[field].care === 'hidden') as [
  HiddenField,
  ...HiddenField[],
];
