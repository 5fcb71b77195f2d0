/** What may be wrong with a file; the board of data quality counts these and leads to the mend (domain.md §8, §10b 44). */
export const dataFaults = {
  noResponsible: '没有责任人',
  stale: '太久没有更新',
  noContact: '没有紧急联系人',
  noGrid: '没有网格',
  categoryUnknown: '类别不清楚',
  noPoint: '住址没有定位',
} as const;
export type DataFault = keyof typeof dataFaults;
export const dataFaultNames = Object.keys(dataFaults) as [DataFault, ...DataFault[]];
