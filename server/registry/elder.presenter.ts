import type { Output } from '@wubian/shared/endpoint.ts';
import { maskIdNumber, maskPhone } from '@wubian/shared/masks.ts';
import { formatDoor } from '@wubian/shared/registry/address.ts';
import {
  ageOn,
  type Category,
  categoryRuleVersionOn,
  categoryViewNames,
  categoryViews,
  deriveCategories,
} from '@wubian/shared/registry/categories.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { type FieldGroup, fieldGroups, fieldRow, fieldsOf } from '@wubian/shared/registry/fields.ts';
import { lifeMovesFrom, lifeStatuses } from '@wubian/shared/registry/life.ts';
import type { DataFault } from '@wubian/shared/registry/quality.ts';
import { riskOn } from '@wubian/shared/registry/risk.ts';
import { type Names, sayField } from '@wubian/shared/registry/say-field.ts';
import { faultsOf, type KeyFacts } from '@wubian/shared/registry/search-keys.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import type { Actor } from '../actor.ts';
import { communityOf, estateOf, type Street } from '../streets/index.ts';
import type { StoredElder, StoredElderRow } from './elder-form.ts';
import type { Facts } from './elder-seal.ts';
import { words } from './words.ts';

type ElderRow = Output<typeof registry.listElders>['items'][number];
type Elder = Output<typeof registry.readElder>;

/** What a presenter needs beside the file: names, today, the street's own list, and since when files are stale. */
export interface Around {
  street: Street;
  names: Names;
  /** YYYY-MM-DD */
  day: string;
  /** The street's list of categories in force on `day`. */
  listed: readonly Category[];
  staleBefore: Date;
}

export const communityName = (street: Street, id: string): string =>
  communityOf(street, id)?.name ?? words.goneCommunity;
export const estateName = (street: Street, id: string): string => estateOf(street, id)?.estate.name ?? words.goneEstate;

/** '水景园 3号楼2门501': for those who may know the door. */
export const addressLine = (street: Street, estateId: string, door: Parameters<typeof formatDoor>[0]): string =>
  `${estateName(street, estateId)} ${formatDoor(door)}`.trim();

/** '水景园 3号楼': as far as the building, which is not yet anybody's door. */
const buildingLine = (street: Street, estateId: string, { building }: { building: string }): string =>
  addressLine(street, estateId, { building, unit: '', room: '' });

const ageOrNull = (birthDate: string | null, day: string): number | null => (birthDate ? ageOn(birthDate, day) : null);

const faultsNow = (facts: KeyFacts, updatedAt: Date, { day, staleBefore }: Around): DataFault[] => [
  ...faultsOf(facts, day),
  ...(updatedAt < staleBefore ? (['stale'] as const) : []),
];

/** A row of the list. */
export const presentRow = (row: StoredElderRow, around: Around): ElderRow => ({
  id: row.id,
  version: row.version,
  name: row.name,
  sex: row.sex,
  age: ageOrNull(row.birthDate, around.day),
  communityId: row.communityId,
  communityName: around.names.community(row.communityId),
  gridName: row.gridId ? around.names.grid(row.gridId) : '',
  addressLine: buildingLine(around.street, row.estateId, row.door),
  phoneMasked: row.phone && maskPhone(row.phone),
  categories: deriveCategories(row, around.day, around.listed).flatMap(({ category, holds }) =>
    holds === 'yes' ? [category] : [],
  ),
  risk: riskOn(row, around.day).colour,
  status: row.status,
  statusLabel: lifeStatuses[row.status],
  responsibleId: row.responsibleId,
  responsibleName: row.responsibleId ? around.names.person(row.responsibleId) : '',
  faults: faultsNow(row, row.updatedAt, around),
  updatedAt: row.updatedAt.toISOString(),
});

const masked = ({ phone, ...person }: Facts['contacts'][number]) => ({ ...person, phoneMasked: maskPhone(phone) });

/** What an editor may start from: hidden fields masked. */
function shownFacts(facts: Facts): Elder['facts'] {
  const { idNumber, phone, landline, hukouAddress, address, contacts, keyHolders, doctor, ...open } = facts;
  return {
    ...open,
    idNumberMasked: idNumber && maskIdNumber(idNumber, 'staff'),
    phoneMasked: phone && maskPhone(phone),
    landlineMasked: landline && maskPhone(landline),
    hasHukouAddress: hukouAddress !== '',
    address: {
      communityId: address.communityId,
      gridId: address.gridId,
      estateId: address.estateId,
      building: address.building,
    },
    contacts: contacts.map(masked),
    keyHolders: keyHolders.map(masked),
    doctor: doctor && masked(doctor),
  };
}

/** The file in words, group by group. */
const groupsOf = (facts: Facts, names: Names): Elder['groups'] =>
  (Object.keys(fieldGroups) as FieldGroup[]).map((group) => ({
    group,
    label: fieldGroups[group],
    fields: fieldsOf(group).map((field) => {
      const said = sayField(field, facts[field], names, true);
      return {
        field,
        label: fieldRow(field).label,
        said,
        hidden: fieldRow(field).care === 'hidden',
        known: said !== '',
      };
    }),
  }));

/** A whole file, for staff who reach it: hidden fields masked, whoever reads. */
export function presentElder(
  { id, version, facts, updatedAt, status, statusSince, statusUntil }: StoredElder,
  around: Around & { hasAccount: boolean; actor: Actor },
): Elder {
  const { street, names, day, listed, hasAccount, actor } = around;
  const all = deriveCategories(facts, day);
  const holds = new Set(all.flatMap((one) => (one.holds === 'yes' ? [one.category] : [])));
  const { address } = facts;
  const keyFacts = {
    ...facts,
    communityId: address.communityId,
    gridId: address.gridId,
    hasPoint: facts.point !== null,
    contactCount: facts.contacts.length,
  };
  const risk = riskOn(facts, day);
  const isOpen = status !== 'dead' && status !== 'merged';
  return {
    id,
    version,
    facts: shownFacts(facts),
    groups: groupsOf(facts, names),
    age: ageOrNull(facts.birthDate, day),
    communityName: communityName(street, address.communityId),
    estateName: estateName(street, address.estateId),
    addressLine: buildingLine(street, address.estateId, address),
    categories: all.map(({ category, label, holds: is, reason, facts: behind }) => ({
      category,
      label,
      holds: is,
      reason,
      facts: behind.map(({ field, label: name, said }) => ({ field, label: name, said })),
    })),
    views: categoryViewNames.map((view) => ({
      view,
      label: categoryViews[view].label,
      categories: (view === 'streetSix' ? listed : categoryViews[view].keys).filter((one) => holds.has(one)),
    })),
    risk: { colour: risk.colour, label: risk.label, reason: risk.reason, missing: [...risk.missing] },
    ruleVersion: categoryRuleVersionOn(day),
    status,
    statusLabel: lifeStatuses[status],
    statusSince,
    statusUntil,
    moves: lifeMovesFrom(status),
    responsibleName: facts.responsibleId ? names.person(facts.responsibleId) : '',
    faults: faultsNow(keyFacts, updatedAt, around),
    hasAccount,
    updatedAt: updatedAt.toISOString(),
    can: {
      edit: isOpen && roleMay(actor.role, 'elder.write'),
      ask: status === 'present' && roleMay(actor.role, 'task.ask'),
      merge: isOpen && roleMay(actor.role, 'elder.merge'),
      reveal: roleMay(actor.role, 'elder.read'),
    },
  };
}
