import { blockTotal, sayLevel } from '@wubian/shared/bedside/ability.ts';
import { type BlockCode, blockCodes } from '@wubian/shared/bedside/ability-items.ts';
import type { bedside } from '@wubian/shared/bedside/contract.ts';
import { eventKinds } from '@wubian/shared/bedside/risk-events.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';
import type { StoredAssessment } from './assessment.store.ts';
import type { StoredRiskEvent } from './risk-event.store.ts';
import type { Room } from './room.ts';

type AbilityResult = Output<typeof bedside.addAssessment>;
type RiskEvent = Output<typeof bedside.addRiskEvent>['event'];

/** Names of accounts, by id. */
export type Names = (accountId: string) => string;

/** Reads the names of these accounts; a gone one has none. */
export async function namesOf({ accounts }: Room, accountIds: readonly string[]): Promise<Names> {
  const people = await accounts.people([...new Set(accountIds)]);
  return (accountId) => people.get(accountId)?.name ?? '';
}

/** The accounts that results name. */
export const handsOf = (results: readonly StoredAssessment[]): string[] =>
  results.flatMap(({ by, voided }) => [by, ...(voided ? [voided.by] : [])]);

/** A result as staff of her area see it. */
export function presentResult(
  result: StoredAssessment,
  { actor, names, effectiveId }: { actor: Actor; names: Names; effectiveId: string | null },
): AbilityResult {
  const { id, standard, form, day, level, total, reason, sheet, by, at, voided } = result;
  const { scores, words, assessors, organisation, informant, note } = sheet;
  return {
    ...{ id, standard, form, day, level, levelWords: sayLevel(standard, level), total, reason },
    ...{ words, scores, assessors, organisation, informant, note },
    blocks:
      scores &&
      (Object.fromEntries(blockCodes.map((block) => [block, blockTotal(block, scores)])) as Record<BlockCode, number>),
    recordedByName: names(by),
    recordedAt: at.toISOString(),
    effective: id === effectiveId,
    voided: voided && { at: voided.at.toISOString(), byName: names(voided.by), reason: voided.reason },
    can: { void: voided === null && roleMay(actor.role, 'elder.write') },
  };
}

export const presentEvent = ({ id, kind, day, words, by, at }: StoredRiskEvent, names: Names): RiskEvent => ({
  ...{ id, kind, day, words },
  label: eventKinds[kind].label,
  recordedByName: names(by),
  recordedAt: at.toISOString(),
});
