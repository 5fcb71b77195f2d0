/** Somebody who may be asked about an elder; `metres` is her way to her, 0 for next door. */
export interface Option {
  personId: string;
  metres: number;
}

/** One elder with those who may be asked, tier by tier. */
export interface Listed {
  id: string;
  options: readonly (readonly Option[])[];
}

/** Who is asked about an elder, in the order of the tiers; nobody stands there twice. */
export interface Call {
  tier: number;
  personId: string;
}

export interface Split {
  /** By elder; an empty list: nobody could be found for her, she is uncovered. */
  calls: Map<string, Call[]>;
  uncovered: string[];
}

const byPlace = (a: Option, b: Option): number => a.metres - b.metres || (a.personId < b.personId ? -1 : 1);
/** Each person once, by her shortest way. */
function onlyOnce(options: readonly Option[]): Option[] {
  const best = new Map<string, Option>();
  for (const one of options) {
    const known = best.get(one.personId);
    if (!known || one.metres < known.metres) best.set(one.personId, one);
  }
  return [...best.values()].sort(byPlace);
}

/**
 * The nearest of those who have less than a fair share, else whoever has least. Null when nobody is left under `cap`.
 */
function pick(options: readonly Option[], load: ReadonlyMap<string, number>, fair: number, cap: number) {
  const of = ({ personId }: Option) => load.get(personId) ?? 0;
  const free = options.filter((one) => of(one) < cap);
  const near = free.find((one) => of(one) < fair);
  return near ?? free.reduce<Option | null>((best, one) => (best && of(best) <= of(one) ? best : one), null);
}

/** Those with fewest to choose from first: they must not lose them to others who have a choice. */
const fewestFirst = (a: { id: string; free: Option[] }, b: { id: string; free: Option[] }): number =>
  a.free.length - b.free.length || (a.id < b.id ? -1 : 1);

const fairShare = (wanting: readonly { free: Option[] }[]): number => {
  const people = new Set(wanting.flatMap(({ free }) => free.map(({ personId }) => personId)));
  return Math.max(1, Math.ceil(wanting.length / Math.max(1, people.size)));
};

/** The links by which an elder comes to somebody who has room: who takes which elder, and from whom. */
type Links = Map<string, { elder: string; from: string | null }>;

/** First calls: each elder has one person, and a person at most `cap` elders. */
function createFirstCalls(cap: number) {
  const load = new Map<string, number>();
  const ownerOf = new Map<string, string>();
  const held = new Map<string, Set<string>>();
  const freeOf = new Map<string, readonly Option[]>();
  /** From whom no chain leads to anybody with room; what they hold can only go round among themselves, so for good. */
  const full = new Set<string>();

  function give(id: string, personId: string): void {
    const before = ownerOf.get(id);
    if (before) {
      held.get(before)!.delete(id);
      load.set(before, load.get(before)! - 1);
    }
    ownerOf.set(id, personId);
    load.set(personId, (load.get(personId) ?? 0) + 1);
    held.set(personId, (held.get(personId) ?? new Set<string>()).add(id));
  }

  /** Where all hers are full, somebody passes one on to another with room: the shortest chain, found breadth first. */
  function makeRoom(id: string): void {
    const links: Links = new Map();
    const queue: string[] = [];
    const reach = (options: readonly Option[], elder: string, from: string | null) => {
      for (const { personId } of options) {
        if (links.has(personId) || full.has(personId)) continue;
        links.set(personId, { elder, from });
        queue.push(personId);
      }
    };
    reach(freeOf.get(id)!, id, null);
    for (let at = 0; at < queue.length; at++) {
      const person = queue[at]!;
      if ((load.get(person) ?? 0) < cap) {
        for (let one: string | null = person; one !== null; one = links.get(one)!.from)
          give(links.get(one)!.elder, one);
        return;
      }
      for (const elder of held.get(person) ?? []) reach(freeOf.get(elder)!, elder, person);
    }
    for (const person of queue) full.add(person);
  }

  return {
    load,
    ownerOf,
    /** Gives out one tier's elders; who finds nobody stays without. */
    tier(wanting: readonly { id: string; free: Option[] }[]): void {
      const fair = Math.min(cap, fairShare(wanting));
      for (const { id, free } of wanting) freeOf.set(id, free);
      for (const { id, free } of wanting.toSorted(fewestFirst)) {
        const chosen = pick(free, load, fair, cap);
        if (chosen) give(id, chosen.personId);
        else makeRoom(id);
      }
    },
  };
}

/**
 * Splits a list of elders over people, tier by tier. Each elder gets one person of the first tier that has room for her,
 * the nearer the better while loads are even; nobody has more than `cap` first calls, and an elder stays uncovered only
 * if no other splitting could cover her in the tier where she stands last. Behind the first call stands one further
 * person of each later tier, who is asked only when those before her are silent; that is balanced, but not held to
 * `cap`: to leave it out would turn a silence into an alarm for the same few. The order of the input does not matter.
 */
export function split(listed: readonly Listed[], { cap }: { cap: number }): Split {
  const elders = listed
    .map(({ id, options }) => ({ id, options: options.map(onlyOnce) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const count = Math.max(0, ...elders.map(({ options }) => options.length));
  const first = createFirstCalls(cap);
  const firstTier = new Map<string, number>();
  for (let tier = 0; tier < count; tier++) {
    const wanting = elders.filter(({ id }) => !first.ownerOf.has(id));
    first.tier(wanting.map(({ id, options }) => ({ id, free: options[tier] ?? [] })));
    for (const { id } of wanting) if (first.ownerOf.has(id)) firstTier.set(id, tier);
  }

  const calls = new Map<string, Call[]>(elders.map(({ id }) => [id, []]));
  for (const [id, personId] of first.ownerOf) calls.get(id)!.push({ tier: firstTier.get(id)!, personId });
  for (let tier = 1; tier < count; tier++) {
    const behind = elders.flatMap(({ id, options }) => {
      const before = calls.get(id)!;
      const free = (options[tier] ?? []).filter(({ personId }) => before.every((one) => one.personId !== personId));
      return before.length > 0 && firstTier.get(id)! < tier && free.length > 0 ? [{ id, free }] : [];
    });
    const reserve = new Map<string, number>();
    const fair = fairShare(behind);
    for (const { id, free } of behind.toSorted(fewestFirst)) {
      const { personId } = pick(free, reserve, fair, Number.POSITIVE_INFINITY)!;
      reserve.set(personId, (reserve.get(personId) ?? 0) + 1);
      calls.get(id)!.push({ tier, personId });
    }
  }
  return { calls, uncovered: elders.flatMap(({ id }) => (calls.get(id)!.length ? [] : [id])) };
}
