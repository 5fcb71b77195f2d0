import { tierNames } from '@wubian/shared/response/rollcall/labels.ts';
import { type Listed, type Option, split } from '@wubian/shared/response/rollcall/split.ts';
import { estateOf, metresBetween, type Street } from '../../streets/index.ts';
import type { Helper, Person, StoredRow } from './stored.ts';

type RowToSplit = Pick<StoredRow, '_id' | 'communityId' | 'estateId' | 'elderId' | 'responsibleId' | 'keyHolders'>;

/** Farther than any way within a street: whose turn is later stands behind everybody whose turn is earlier. */
const turnMetres = 1_000_000;
/** Who has not said where she starts stands behind those who have. */
const unknownMetres = 100_000;

/** Ways between the estates of a street, each worked out once. */
function waysIn(street: Street) {
  const known = new Map<string, number>();
  const point = (id: string) => estateOf(street, id)?.estate.point ?? null;
  return (from: string | null, to: string): number => {
    if (from === null) return unknownMetres;
    if (from === to) return 0;
    const key = `${from}:${to}`;
    const hit = known.get(key);
    if (hit !== undefined) return hit;
    const [a, b] = [point(from), point(to)];
    const metres = a && b ? metresBetween(a, b) : unknownMetres;
    known.set(key, metres);
    return metres;
  };
}

/**
 * Who may be asked about each elder, tier by tier. Key-holders come first. A good neighbour who has said where she lives
 * is asked about her own estate; one who has not, about her community. A circle reaches those whom it is paired with;
 * of staff the responsible worker comes first, then the workers of the community, then whoever is on duty.
 */
export function optionsOf(rows: readonly RowToSplit[], helpers: readonly Helper[], street: Street): Listed[] {
  const way = waysIn(street);
  const byTier = Map.groupBy(helpers, ({ tier }) => tier);
  const reaches = (helper: Helper, { communityId, estateId, elderId }: RowToSplit): boolean => {
    if (helper.tier === 'circles') return helper.elderIds.includes(elderId);
    if (helper.communityIds.length && !helper.communityIds.includes(communityId)) return false;
    return helper.tier === 'staff' || helper.estateId === null || helper.estateId === estateId;
  };
  const asOption = (helper: Helper, row: RowToSplit): Option => {
    const turn = helper.tier === 'staff' && helper.accountId === row.responsibleId ? 0 : helper.turn;
    const metres = helper.tier === 'staff' ? 0 : way(helper.estateId, row.estateId);
    return { personId: helper.accountId, metres: turn * turnMetres + metres };
  };
  // Neighbours and staff are the same for all elders of one estate and worker.
  const shared = new Map<string, Option[]>();
  return rows.map((row) => ({
    id: row._id,
    options: tierNames.map((tier): Option[] => {
      const find = () =>
        (byTier.get(tier) ?? []).filter((helper) => reaches(helper, row)).map((helper) => asOption(helper, row));
      if (tier === 'circles') return find();
      const key = `${tier}:${row.communityId}:${row.estateId}:${tier === 'staff' ? row.responsibleId : ''}`;
      const found = shared.get(key) ?? find();
      shared.set(key, found);
      const holders =
        tier === 'neighbours' ? row.keyHolders.map(({ accountId }) => ({ personId: accountId, metres: 0 })) : [];
      return [...holders, ...found];
    }),
  }));
}

/** Who is asked about each elder, in turn; an empty list: nobody could be found. */
export function planOf(
  rows: readonly RowToSplit[],
  helpers: readonly Helper[],
  street: Street,
  perPerson: number,
): Pick<StoredRow, '_id' | 'callers'>[] {
  const { calls } = split(optionsOf(rows, helpers, street), { cap: perPerson });
  const known = new Map<string, Person>(helpers.map((one) => [one.accountId, one]));
  for (const { keyHolders } of rows)
    for (const one of keyHolders) if (!known.has(one.accountId)) known.set(one.accountId, one);
  return rows.map(({ _id }) => ({
    _id,
    callers: calls.get(_id)!.map(({ tier, personId }) => {
      const { accountId, role, name } = known.get(personId)!;
      return { accountId, role, name, tier: tierNames[tier]! };
    }),
  }));
}
