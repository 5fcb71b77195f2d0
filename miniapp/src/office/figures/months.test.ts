import { expect, it } from 'vitest';
import { monthEndsBefore } from './months.ts';

it('names the last days of the months before, over the turn of the year and a leap day', () => {
  expect(monthEndsBefore('2028-03-31', 4)).toEqual(['2028-02-29', '2028-01-31', '2027-12-31', '2027-11-30']);
});
