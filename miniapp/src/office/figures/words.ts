/** Words of the page of figures by category. */
export const figureWords = {
  title: '各类老人统计',
  lead: '按档案现算。没查清的另列，不算进任何一类。',
  view: '名单',
  when: '哪个时候',
  today: '今天',
  monthEnd: (year: number, month: number) => `${year}年${month}月末`,
  none: '那个月没有留存，不能事后补算。',
  community: '社区',
  elders: '老人',
  listed: '在名单上',
  withUnknown: (yes: number, unknown: number) => `${yes}（${unknown} 位没查清）`,
  total: '合计',
  ground: (source: string) => `名单依据：${source}`,
} as const;
