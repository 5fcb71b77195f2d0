import { badField } from '@wubian/shared/refusals.ts';
import { isId } from '../store/ids.ts';
import type { DayPlace } from './risk-event.store.ts';
import { words } from './words.ts';

const form = /^([a-z]*),((?:\d{4}-\d{2}-\d{2})?),([0-9a-f]{24})$/;

/** An opaque text for the place in a list: which part of it, the day of the last row ('' for none) and its id. */
export const writeCursor = (part: string, { day, id }: DayPlace): string =>
  Buffer.from(`${part},${day},${id}`).toString('base64url');

/** Undefined for the first page. Throws `bad_input` for what this room did not write. */
export function readCursor(cursor: string | undefined): (DayPlace & { part: string }) | undefined {
  if (cursor === undefined) return undefined;
  const [, part, day, id] = form.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (part === undefined || day === undefined || id === undefined || !isId(id))
    throw badField('cursor', words.badCursor);
  return { part, day, id };
}
