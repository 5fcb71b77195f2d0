import { refusals } from '@wubian/shared/refusals.ts';

/** Words that any page may show. Words of one room stand in that room's own `words.ts`. */
export const words = {
  brand: '五边',
  brandLine: '社区养老，就在身边',
  homeAbout: '床边、桌边、身边、周边、手边：老人要帮忙，家里、邻居、社区一起来。',
  homeCall: '有急事，打电话',
  helpLead: '有生命危险，先打 120。点一下就拨号。',
  back: '返回',
  close: '关闭',
  cancel: '先不了',
  confirm: '确定',
  know: '知道了',
  retry: '再试一次',
  more: '看更多',
  loading: '正在加载…',
  sending: '正在提交…',
  optional: '可不填',
  pleaseChoose: '请选择',
  sos: '紧急求助',
  sosLabel: '紧急求助，叫社区来人，或打急救电话',
  help: '不会用？打电话问社区',
  offline: '现在没有网络，内容是上次的。',
  unsent: (count: number) => `有 ${count} 条内容还没发出去，有网络会自动发。`,
  refusedOf: (label: string) => `“${label}”没有提交成功`,
  sendNow: '现在就发',
  chosen: '已选',
  partOfDay: '什么时段',
  from: '从几点',
  to: '到几点',
  exactTime: '选准确的时间',
  roughTime: '改选大概时段',
  textSize: '文字大小',
  textSizes: { standard: '标准', large: '大', huge: '特大' },
} as const;

/** The public numbers, always shown together. */
export const emergencies = [
  { phone: '120', name: '急救', when: '突然发病、摔伤、叫不醒' },
  { phone: '110', name: '报警', when: '被骗、被偷、走失' },
  { phone: '119', name: '火警', when: '着火、煤气味、被困' },
] as const;

/** The five sides of care, clockwise from the top right of the sign. */
export const sides = [
  { key: 'bedside', name: '床边', gives: '有照护' },
  { key: 'table', name: '桌边', gives: '有食惠' },
  { key: 'companion', name: '身边', gives: '有帮扶' },
  { key: 'nearby', name: '周边', gives: '有布点' },
  { key: 'response', name: '手边', gives: '有响应' },
] as const;

/** The words for anything thrown: refusals and unreachable servers speak for themselves. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : refusals.unexpected.words;
