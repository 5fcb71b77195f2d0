import { type CellReader, textReader } from './read.ts';

/** A whole number between `min` and `max`, both inclusive; `unit` (级, 岁, 人 …) may stand behind it. */
export const readInteger = (min: number, max: number, unit = ''): CellReader<number> =>
  textReader((text) => {
    const bare = text.replace(/[,\s]/g, '');
    const digits = unit && bare.endsWith(unit) ? bare.slice(0, -unit.length) : bare;
    if (!/^[+-]?\d{1,9}(\.0+)?$/.test(digits)) return { bad: `请填整数，例如 ${min}。` };
    const value = Number(digits) || 0;
    if (value < min || value > max) return { bad: `请填 ${min} 到 ${max} 之间的整数。` };
    return { ok: value };
  });
