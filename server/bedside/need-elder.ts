import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

/** Throws `elder_not_found` unless staff reach this elder in their area. */
export async function needElder({ registry }: Room, actor: Actor, elderId: string): Promise<void> {
  if ((await registry.reach(actor, elderId))?.ground !== 'staff') throw new Refusal('elder_not_found');
}

/** Throws `bad_input` for a day (YYYY-MM-DD) that has not come yet. */
export function needPast({ now }: Room, day: string): void {
  if (day > dayOf(now())) throw badField('day', words.dayAhead);
}
