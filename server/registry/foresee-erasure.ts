import type { KeptPart } from '@wubian/shared/registry/rights.ts';
import type { PrivacyRoom } from './privacy-room.ts';

/** What an erasure would take away and leave, over all rooms, and what stands in its way; '' when nothing does. */
export async function foreseeErasure(
  { keepers }: Pick<PrivacyRoom, 'keepers'>,
  streetId: string,
  elderId: string,
): Promise<{ goes: string[]; kept: KeptPart[]; hindrance: string }> {
  const all = await Promise.all(
    keepers.map(async (keeper) => ({
      ...(await keeper.foresee(streetId, elderId)),
      hindrance: await keeper.hindrance(streetId, elderId),
    })),
  );
  return {
    goes: all.flatMap(({ goes }) => goes),
    kept: all.flatMap(({ kept }) => kept),
    hindrance: all
      .map(({ hindrance }) => hindrance)
      .filter(Boolean)
      .join('；'),
  };
}
