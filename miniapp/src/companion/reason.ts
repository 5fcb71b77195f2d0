/** What was tapped and what was typed as one reason; '' when neither. */
export const reasonOf = (picked: string | undefined, typed: string): string =>
  [picked, typed.trim()].filter(Boolean).join('；');

/** The minutes that a worker typed: a whole number from 0 to 720, else undefined. */
export function minutesOf(typed: string): number | undefined {
  const text = typed.trim();
  const minutes = Number(text);
  return /^\d{1,3}$/.test(text) && minutes <= 720 ? minutes : undefined;
}
