/** Why two files may be one person's; the strongest first. */
export const twinReasons = {
  idNumber: '证件号只差一位',
  nameBirth: '姓名和出生日期相同',
  nameDoor: '姓名和住址相同',
  phoneName: '电话相同，姓名相近',
} as const;
export type TwinReason = keyof typeof twinReasons;
export const twinReasonNames = Object.keys(twinReasons) as [TwinReason, ...TwinReason[]];
