/** What a node is to a screen reader. */
export interface Aria {
  role?: string | undefined;
  label?: string | undefined;
  hidden?: boolean | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  expanded?: boolean | undefined;
  modal?: boolean | undefined;
  invalid?: boolean | undefined;
  required?: boolean | undefined;
  live?: 'polite' | 'assertive' | undefined;
  describedBy?: string | undefined;
  labelledBy?: string | undefined;
  /** Of a heading, 1 to 3. */
  level?: number | undefined;
  /** Of a column's heading. */
  sort?: 'ascending' | 'descending' | 'none' | undefined;
}

/**
 * The attributes for this target: `role` on the web, `aria-role` in WeChat (each is wrong in the other).
 * Spread onto a View, Text or Image: `<View {...aria({ role: 'status' })}>`.
 */
export function aria({ role, describedBy, labelledBy, ...rest }: Aria): Record<string, string> {
  const names: [string, string | number | boolean | undefined][] = [
    [process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role', role],
    ['aria-describedby', describedBy],
    ['aria-labelledby', labelledBy],
    ...Object.entries(rest).map(([name, value]): [string, typeof value] => [`aria-${name}`, value]),
  ];
  return Object.fromEntries(names.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}
