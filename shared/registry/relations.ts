/** 'self' is an old person claiming her own file; the others are family. */
export const relations = [
  'self',
  'daughter',
  'son',
  'spouse',
  'grandchild',
  'sibling',
  'otherKin',
  'guardian',
] as const;
export const relationLabels: Record<(typeof relations)[number], string> = {
  self: '本人',
  daughter: '女儿',
  son: '儿子',
  spouse: '老伴',
  grandchild: '孙辈',
  sibling: '兄弟姐妹',
  otherKin: '其他亲属',
  guardian: '监护人',
};
