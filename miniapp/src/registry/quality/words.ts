/** Words of the board of data quality. */
export const qualityWords = {
  title: '档案质量',
  lead: (months: number) => `点数字看是哪些老人，再逐个补上。超过 ${months} 个月没动过的算久未更新。`,
  community: '社区',
  elders: '在管老人',
  orphans: '责任人已离开',
  twins: '疑似重复',
  share: (part: number, all: number) => (all ? `（${Math.round((part / all) * 100)}%）` : ''),
  open: (name: string, fault: string, count: number) => `${name}：${fault} ${count} 份`,
  good: '都补齐了。',
  none: '还没有档案。',
  lost: '没有人管的',
  lostLead: '这些老人或求助的负责人已经离开，请重新安排。',
  wasHers: (name: string) => `原来是${name || '已离开的人'}`,
} as const;
