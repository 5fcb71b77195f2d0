import { badField } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { AuditRow } from '../audit/door.ts';
import type { Handler } from '../handler.ts';
import { whoReads } from './consent.policy.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { words } from './words.ts';

/** A look at a file as any room may know of it. */
export type Look = Pick<AuditRow, 'at' | 'accountId' | 'role' | 'act' | 'what' | 'reason'>;

/** Exports that contained an elder, from `from` on and before `before`, newest first; of the room of sheets. */
export type ExportsWith = (
  streetId: string,
  elderId: string,
  range: { from: Date | null; before: Date | null },
) => Promise<Look[]>;

/** The place of a page: the audit's own cursor, and the instant up to which the page before has told everything. */
function readPlace(cursor: string | undefined): { cursor?: string; before: Date | null } {
  if (cursor === undefined) return { before: null };
  const [, ms, inner] = /^(\d{1,15})\.([\w-]{1,120})$/.exec(cursor) ?? [];
  if (ms === undefined) throw badField('cursor', words.badCursor);
  return { cursor: inner!, before: new Date(Number(ms)) };
}

/** Looks at a file in words, newest first; for the page that everybody may read, and for the person's own copy. */
export async function readLooks(
  { audit, exportsWith, accounts }: Pick<PrivacyRoom, 'audit' | 'exportsWith' | 'accounts'>,
  streetId: string,
  elderId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const place = readPlace(cursor);
  const { items, next } = await audit.revealsOf(streetId, elderId, { limit, cursor: place.cursor });
  const from = next ? items.at(-1)!.at : null;
  const exported = (await exportsWith?.(streetId, elderId, { from, before: place.before })) ?? [];
  const looks: Look[] = [...items, ...exported].sort((a, b) => b.at.getTime() - a.at.getTime());
  const people = await accounts.people(looks.flatMap(({ accountId }) => accountId ?? []));
  return {
    items: looks.map(({ at, accountId, role, act, what, reason }) => ({
      at: at.toISOString(),
      who: [role ? roles[role].label : '', accountId ? people.get(accountId)?.name || words.someone : words.byRule]
        .filter(Boolean)
        .join(' '),
      what: what || words.looked,
      why: reason ?? '',
      emergency: act === 'registry.breakGlass',
    })),
    next: next && `${from!.getTime()}.${next}`,
  };
}

/**
 * Who was shown what is hidden in a file, when and why: for the old person, family who may see, and staff. The reasons
 * were given to be read by her, so reading them is no further look.
 */
export const listViews =
  (room: PrivacyRoom): Handler<typeof registry.fileViews> =>
  async (caller, { elderId, limit, cursor }) => {
    const { actor } = await whoReads(room, caller, elderId);
    return readLooks(room, actor.streetId, elderId, { limit, cursor });
  };
