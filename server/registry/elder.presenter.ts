import type { Output } from '@wubian/shared/endpoint.ts';
import { maskPhone } from '@wubian/shared/masks.ts';
import { formatDoor } from '@wubian/shared/registry/address.ts';
import { ageOn, categoryRuleVersion, deriveCategories } from '@wubian/shared/registry/categories.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';
import { communityOf, estateOf, type Street } from '../streets/index.ts';
import type { StoredElder, StoredElderRow } from './elder-form.ts';
import { words } from './words.ts';

type ElderRow = Output<typeof registry.listElders>['items'][number];
type Elder = Output<typeof registry.readElder>;

export const communityName = (street: Street, id: string): string =>
  communityOf(street, id)?.name ?? words.goneCommunity;
export const estateName = (street: Street, id: string): string => estateOf(street, id)?.estate.name ?? words.goneEstate;

/** '水景园 3号楼2门501'. */
export const addressLine = (street: Street, estateId: string, door: Parameters<typeof formatDoor>[0]): string =>
  `${estateName(street, estateId)} ${formatDoor(door)}`.trim();

const ageOrNull = (birthDate: string | null, day: string): number | null => (birthDate ? ageOn(birthDate, day) : null);

/** A row of the list, on `day` (YYYY-MM-DD). */
export const presentRow = (row: StoredElderRow, street: Street, day: string): ElderRow => ({
  id: row.id,
  name: row.name,
  sex: row.sex,
  age: ageOrNull(row.birthDate, day),
  communityId: row.communityId,
  communityName: communityName(street, row.communityId),
  addressLine: addressLine(street, row.estateId, row.door),
  phoneMasked: row.phone && maskPhone(row.phone),
  categories: deriveCategories(row, day).flatMap(({ category, holds }) => (holds === 'yes' ? [category] : [])),
});

/** A whole file, for staff who reach it, on `day` (YYYY-MM-DD). */
export const presentElder = (
  { id, version, facts, updatedAt }: StoredElder,
  { street, day, hasAccount, actor }: { street: Street; day: string; hasAccount: boolean; actor: Actor },
): Elder => ({
  id,
  version,
  facts,
  age: ageOrNull(facts.birthDate, day),
  communityName: communityName(street, facts.address.communityId),
  estateName: estateName(street, facts.address.estateId),
  addressLine: addressLine(street, facts.address.estateId, facts.address),
  categories: deriveCategories(facts, day),
  ruleVersion: categoryRuleVersion,
  hasAccount,
  updatedAt: updatedAt.toISOString(),
  can: { edit: roleMay(actor.role, 'elder.write'), ask: roleMay(actor.role, 'task.ask') },
});
