/** What the choices of a file are called; null in a file means that nobody has found out yet. */
export const sexLabels = { female: '女', male: '男' } as const;

export { idKindLabels } from './id-number.ts';

/** 人户状态: where the household register is, and where she lives (domain.md §8). */
export const residenceStatusLabels = {
  registeredAndHere: '户在人在',
  registeredButAway: '户在人不在',
  hereNotRegistered: '户不在人在',
} as const;

export const welfareLabels = { none: '无', dibao: '低保', dibaoMargin: '低保边缘', tekun: '特困' } as const;

export const maritalLabels = { married: '有配偶', widowed: '丧偶', divorced: '离异', neverMarried: '未婚' } as const;
export type Marital = keyof typeof maritalLabels;

export const livingLabels = {
  alone: '独自居住',
  withSpouse: '与老伴同住',
  withChildren: '与子女同住',
  withOthers: '与亲友或保姆同住',
} as const;
export type Living = keyof typeof livingLabels;
export const livings = Object.keys(livingLabels) as [Living, ...Living[]];

/** Where the nearest child lives; 'none' is a person without children. */
export const childrenLiveLabels = {
  none: '无子女',
  sameHome: '子女同住',
  sameDistrict: '子女住在本区',
  elsewhere: '子女住在外区或外地',
} as const;
export type ChildrenLive = keyof typeof childrenLiveLabels;
export const childrenLives = Object.keys(childrenLiveLabels) as [ChildrenLive, ...ChildrenLive[]];

/** The kinds of the national disability certificate, and a person with more than one. */
export const handicapKindLabels = {
  none: '无',
  sight: '视力',
  hearing: '听力',
  speech: '言语',
  limb: '肢体',
  intellect: '智力',
  mind: '精神',
  several: '多重',
} as const;

/** The choices of a label table, for a schema. */
export const choicesOf = <T extends string>(labels: Readonly<Record<T, string>>): [T, ...T[]] =>
  Object.keys(labels) as [T, ...T[]];
