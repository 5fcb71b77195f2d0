/** Why an assessment is made, as the sheet of GB/T 42195-2022 asks. */
export const assessReasons = {
  first: '首次评估',
  routine: '常规评估',
  immediate: '即时评估',
  review: '复评',
} as const;
export type AssessReason = keyof typeof assessReasons;
export const reasonNames = Object.keys(assessReasons) as [AssessReason, ...AssessReason[]];
