import type { Output } from '@wubian/shared/endpoint.ts';
import { categoryLabels } from '@wubian/shared/registry/category-rules.ts';
import { riskLabels } from '@wubian/shared/registry/risk.ts';
import type { rollCallEndpoints } from '@wubian/shared/response/rollcall/contract.ts';
import {
  answerNames,
  answers,
  entryLabels,
  isLeft,
  mayAnswer,
  phases,
  reasons,
  rowStates,
  tiers,
} from '@wubian/shared/response/rollcall/labels.ts';
import { communityOf, estateOf, type Street } from '../../streets/index.ts';
import type { Counts } from './list.store.ts';
import { saidOf } from './messages.ts';
import { askedNow, type StoredRollCall, type StoredRow } from './stored.ts';

type Endpoints = typeof rollCallEndpoints;
type Head = Output<Endpoints['rollCalls']>['items'][number];
type Row = Output<Endpoints['rollCallRows']>['items'][number];
type MyRow = Output<Endpoints['answerRollCall']>;
type AboutMe = Output<Endpoints['sayFine']>;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Whom a roll-call asks after, in words. */
function whomOf({ choice, communityIds }: StoredRollCall, street: Street): string {
  const { gridId, categories, risks } = choice;
  const places = communityIds.length === street.communities.length ? ['全街道'] : [];
  if (!places.length) places.push(...communityIds.map((id) => communityOf(street, id)?.name ?? ''));
  const grid = street.communities.flatMap(({ grids }) => grids).find(({ id }) => id === gridId)?.name;
  const narrow = [...categories.map((one) => categoryLabels[one]), ...risks.map((one) => `${riskLabels[one]}色`)];
  return [...places, ...(grid ? [grid] : []), narrow.join('、') || '全部老人'].join('，');
}

/** A roll-call as lists name it. */
export const presentHead = (call: StoredRollCall, street: Street, counts: Counts): Head => ({
  id: call._id,
  ...{ reason: call.reason, reasonLabel: reasons[call.reason].label, words: saidOf(call), drill: call.drill },
  ...{ minutes: call.minutes, perPerson: call.perPerson, phase: call.phase, phaseLabel: phases[call.phase] },
  ...{ whom: whomOf(call, street), startedBy: call.startedBy.name, startedAt: call.startedAt.toISOString() },
  ...{ toldAt: iso(call.toldAt), closedAt: iso(call.closedAt), closedBy: call.closedBy?.name ?? null },
  ...{ closeReason: call.closedAt ? call.closeReason : null, remindedAt: iso(call.remindedAt) },
  ...{ listed: call.listed, planned: call.planned, counts },
});

/** '水韵园3号楼'. */
export const placeOf = ({ estateId, building }: Pick<StoredRow, 'estateId' | 'building'>, street: Street): string =>
  `${estateOf(street, estateId)?.estate.name ?? ''}${building}`;

/** A row as the office reads it. */
export function presentRow(row: StoredRow, street: Street, phoneOf: (accountId: string) => string | null): Row {
  const asked = askedNow(row);
  return {
    ...{ id: row._id, elderId: row.elderId, elderName: row.elderName, place: placeOf(row, street), risk: row.risk },
    communityName: communityOf(street, row.communityId)?.name ?? '',
    ...{ state: row.state, stateLabel: rowStates[row.state] },
    asked: asked && {
      ...{ name: asked.name, tier: asked.tier, tierLabel: tiers[asked.tier], phone: phoneOf(asked.accountId) },
    },
    deadline: row.open ? iso(row.deadline) : null,
    isLast: row.step + 1 >= row.callers.length,
    incidentId: row.incidentId,
    history: row.history.map(({ kind, by, at }) => ({
      ...{ kind, label: entryLabels[kind], by: by.name, at: at.toISOString() },
    })),
  };
}

const isAnswer = (kind: string): boolean => kind in answers || kind === 'self' || kind === 'family';
/** The last thing that a person said and did not take back; null while the rule spoke last. */
function lastSaid({ history }: StoredRow) {
  let taken = 0;
  for (const entry of history.toReversed()) {
    if (entry.kind === 'undo') taken++;
    else if (isAnswer(entry.kind) && taken-- <= 0) return entry;
    taken = Math.max(0, taken);
  }
  return null;
}

/** Whether the account may take back what was said last: her own, and nobody has been called because of it. */
export function mayUndo({ history, incidentId }: StoredRow, accountId: string): boolean {
  const last = history.at(-1);
  if (!last || last.by.accountId !== accountId || !(last.kind in answers)) return false;
  return last.kind !== 'needsHelp' || incidentId === null;
}

/** A row as somebody reads it who has been asked. */
export function presentMine(row: StoredRow, street: Street, accountId: string): MyRow {
  const said = lastSaid(row);
  const can = answerNames.map((one) => [one, row.open && mayAnswer(one, row.state)] as const);
  return {
    ...{ id: row._id, elderName: row.elderName, place: placeOf(row, street), risk: row.risk },
    ...{ state: row.state, stateLabel: rowStates[row.state], incidentId: row.incidentId },
    said: said && { label: entryLabels[said.kind], by: said.by.name, at: said.at.toISOString() },
    deadline: iso(row.deadline),
    passedOn: askedNow(row)?.accountId !== accountId,
    can: {
      ...(Object.fromEntries(can) as Record<(typeof answerNames)[number], boolean>),
      undo: row.open && mayUndo(row, accountId),
    },
  };
}

/** A row as the elder herself and her family read it. */
export function presentAboutMe(row: StoredRow, call: StoredRollCall): AboutMe {
  const said = lastSaid(row);
  return {
    ...{ id: row._id, elderId: row.elderId, elderName: row.elderName, drill: call.drill },
    ...{ reasonLabel: reasons[call.reason].label, words: saidOf(call) },
    ...{ state: row.state, stateLabel: rowStates[row.state] },
    said: row.state === 'safe' && said ? entryLabels[said.kind] : null,
    mayAnswer: row.open && isLeft(row.state),
  };
}
