/** Words that the office's room writes into its answers. */
export const words = {
  notYet: '这一天还没到，请选今天或以前的日期',
  live: '按今天的档案现数',
  kept: (day: string) => `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月末的留存，不会再变`,
  none: '没有留存',
} as const;
