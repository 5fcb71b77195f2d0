/** What a person may ask of her own data (PIPL 45–47): a copy of all of it, or that it be erased. */
export const rightsKinds = { export: '要一份副本', erase: '删除个人信息' } as const;
export type RightsKind = keyof typeof rightsKinds;
export const rightsKindNames = Object.keys(rightsKinds) as [RightsKind, ...RightsKind[]];

/** Who may ask: the person, her lawful guardian, and near relatives of the dead (PIPL 49). */
export const rightsAskers = { elder: '老人本人', guardian: '法定监护人', nearKin: '去世老人的近亲属' } as const;
export type RightsAsker = keyof typeof rightsAskers;
export const rightsAskerNames = Object.keys(rightsAskers) as [RightsAsker, ...RightsAsker[]];

/** How the clerk made sure who is asking. */
export const rightsProofs = {
  idCard: '当面核对身份证件',
  known: '工作人员当面认得本人',
  ownPhone: '拨打档案里的电话核对',
  papers: '核对监护或亲属关系证明',
} as const;
export type RightsProof = keyof typeof rightsProofs;
export const rightsProofNames = Object.keys(rightsProofs) as [RightsProof, ...RightsProof[]];

export const rightsStates = { open: '待办', done: '已办结', refused: '未同意' } as const;
export type RightsState = keyof typeof rightsStates;
export const rightsStateNames = Object.keys(rightsStates) as [RightsState, ...RightsState[]];

/** Requests are answered within so many working days (App 违法违规认定方法). */
export const RIGHTS_WORKING_DAYS = 15;

/** What is kept in spite of an erasure: by which law, and until when. */
export interface KeptPart {
  what: string;
  why: string;
  until: string;
}
