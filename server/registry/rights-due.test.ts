import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDaysAfter } from './rights-due.ts';

describe('working days', () => {
  it('leaves out weekends', () => {
    expect(workingDaysAfter('2026-06-01', 1)).toBe('2026-06-02');
    expect(workingDaysAfter('2026-06-05', 1)).toBe('2026-06-08');
  });

  it('leaves out holidays and counts the days that make up for them', () => {
    // 2025: 1–8 October were free, Sunday 28 September and Saturday 11 October were worked.
    expect(isWorkingDay('2025-10-08')).toBe(false);
    expect(isWorkingDay('2025-09-28')).toBe(true);
    expect(isWorkingDay('2025-10-11')).toBe(true);
    expect(workingDaysAfter('2025-09-30', 3)).toBe('2025-10-11');
  });

  it('is fifteen working days away for a request on a Monday without holidays', () => {
    expect(workingDaysAfter('2026-07-06', 15)).toBe('2026-07-27');
  });
});
