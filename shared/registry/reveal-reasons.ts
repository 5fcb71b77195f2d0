/** Why a hidden value may be looked at; `other` needs words. */
export const revealReasons = {
  visit: '上门走访',
  call: '联系老人或家属',
  service: '安排服务',
  verify: '核对信息',
  emergency: '紧急情况',
  other: '其他',
} as const;
