import { idCheckCharacter } from '@wubian/shared/registry/id-number.ts';

/**
 * A resident number with a right check character that belongs to nobody: the place 990000 was never given out.
 * `order` 0–499 chooses among the numbers of one birth date and sex.
 */
export function anIdNumber(birthDate: string, sex: 'female' | 'male', order = 0, area = '990000'): string {
  const three = String((order % 500) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const first17 = area + birthDate.replaceAll('-', '') + three;
  return first17 + idCheckCharacter(first17);
}
