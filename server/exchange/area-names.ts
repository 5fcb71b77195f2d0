import type { Read } from '@wubian/shared/exchange/clean/read.ts';
import type { Community, Estate, Street } from '../streets/index.ts';
import { words } from './words.ts';

/** As names of areas are compared: without blanks, brackets and what offices add or leave out at the end. */
const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s()（）·.\-—]/gu, '')
    .replace(/(?:居民委员会|居委会|社区|小区)$/u, '')
    .toLowerCase();

/** Number of characters to add, drop or replace to come from one text to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

/** The name most like what was said, if it is like it at all. */
export function nearestName(said: string, names: readonly string[]): string | null {
  const from = bare(said);
  const all = names.map((name) => ({ name, far: distance(from, bare(name)) })).sort((a, b) => a.far - b.far);
  const [best] = all;
  return best && best.far <= Math.max(1, Math.floor(Math.max(from.length, bare(best.name).length) / 2))
    ? best.name
    : null;
}

function byName<T extends { name: string }>(what: string, said: string, all: readonly T[]): Read<T> {
  const found = all.find(({ name }) => name === said) ?? all.find(({ name }) => bare(name) === bare(said));
  if (found) return { ok: found };
  const nearest = nearestName(
    said,
    all.map(({ name }) => name),
  );
  return { bad: words.unknownArea(what, said, nearest) };
}

export interface EstateFound {
  community: Community;
  estate: Estate;
}

/** Finds the areas of a street by what offices call them; `communityIds` bounds the reach, null is the whole street. */
export function areasByName({ communities }: Pick<Street, 'communities'>, communityIds: readonly string[] | null) {
  const within = communities.filter(({ id }) => communityIds?.includes(id) ?? true);
  const estates = within.flatMap((community) => community.estates.map((estate) => ({ community, estate })));

  return {
    byId: (id: string): Community | undefined => communities.find((community) => community.id === id),

    community(said: string): Read<Community> {
      const found = byName('社区', said, within);
      const outside = 'bad' in found && byName('社区', said, communities);
      return outside && 'ok' in outside ? { bad: words.outside(outside.ok.name) } : found;
    },

    grid: (said: string, community: Community) => byName('网格', said, community.grids),

    /** In this community, or in the one that has it when none was said. */
    estate(said: string, community: Community | null): Read<EstateFound> {
      if (community) {
        const found = byName('小区', said, community.estates);
        if ('ok' in found) return { ok: { community, estate: found.ok } };
        const elsewhere = estates.some(({ estate }) => bare(estate.name) === bare(said));
        return elsewhere ? { bad: words.estateElsewhere(said, community.name) } : found;
      }
      const found = estates.filter(({ estate }) => bare(estate.name) === bare(said));
      if (found.length === 1) return { ok: found[0]! };
      if (found.length > 1) return { bad: words.severalEstates(said) };
      const names = estates.map(({ estate }) => estate.name);
      return { bad: words.unknownArea('小区', said, nearestName(said, names)) };
    },

    /** The estate with the longest name that stands in a whole address, and what follows it: the door. */
    inLine(line: string, community: Community | null): (EstateFound & { door: string }) | null {
      const text = line.normalize('NFKC').replace(/\s+/gu, '');
      const among = community ? estates.filter((one) => one.community.id === community.id) : estates;
      const found = among
        .map((one) => ({ ...one, name: one.estate.name.normalize('NFKC').replace(/\s+/gu, '') }))
        .map((one) => ({ ...one, at: text.lastIndexOf(one.name) }))
        .filter(({ at }) => at >= 0)
        .sort((a, b) => b.name.length - a.name.length);
      const [best, next] = found;
      if (!best) return null;
      // The same name in two communities: only the community's own name in the line tells them apart.
      const named = (one: EstateFound) => text.includes(bare(one.community.name));
      const twins = next && next.name === best.name ? found.filter(({ name }) => name === best.name) : [best];
      const chosen = twins.length === 1 ? best : twins.find(named);
      if (!chosen) return null;
      return { community: chosen.community, estate: chosen.estate, door: text.slice(chosen.at + chosen.name.length) };
    },
  };
}

export type AreasByName = ReturnType<typeof areasByName>;
