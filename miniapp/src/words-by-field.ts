interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/**
 * The words beside each field of a form that the shared schema refused: the first issue of a field counts. A message
 * of the schema is used when it is for people; else `missing` says what to fill in.
 */
export function wordsByField(
  issues: readonly Issue[],
  missing: Readonly<Record<string, string>>,
): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { path, message } of issues) {
    const field = String(path[0] ?? '');
    if (words[field]) continue;
    words[field] = /[\u4e00-\u9fff]/.test(message) ? message : (missing[field] ?? '请检查这一项。');
  }
  return words;
}

/** The errors that still stand after some fields of a form were changed: those of the fields that were not. */
export function stillWrong<D extends object>(wrong: Readonly<Record<string, string>>, before: D, after: D) {
  const same = (field: string) => before[field as keyof D] === after[field as keyof D];
  return Object.fromEntries(Object.entries(wrong).filter(([field]) => same(field)));
}
