import { Refusal } from '@wubian/shared/refusals.ts';
import { ElderFacts } from '@wubian/shared/registry/facts.ts';
import type { BatchDoor, BatchFile, FactsOfElder } from './batch-door.ts';
import { checkFacts } from './check-facts.ts';
import { changedFields, type StoredElder } from './elder-form.ts';
import { namesFor } from './elder-names.ts';
import { queryOf } from './list-elders.ts';
import type { Room } from './room.ts';

const toFile = ({ id, version, status, updatedAt, facts }: StoredElder): BatchFile => ({
  id,
  version,
  status,
  updatedAt,
  facts,
});

function checked(facts: FactsOfElder, day: string): ReturnType<BatchDoor['checked']> {
  const read = ElderFacts.safeParse(facts);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => ({
      field: path.map(String).join('.'),
      words: message,
    }));
    return { facts, faults };
  }
  try {
    return { facts: checkFacts(read.data, day, ''), faults: [] };
  } catch (error) {
    if (!(error instanceof Refusal) || !error.fields) throw error;
    const faults = error.fields.map(({ field, words }) => ({ field: field.replace(/^\./, ''), words }));
    return { facts: read.data, faults };
  }
}

async function* asFiles(chunks: AsyncIterable<StoredElder[]>): AsyncGenerator<BatchFile[]> {
  for await (const chunk of chunks) yield chunk.map(toFile);
}
async function* nothing(): AsyncGenerator<BatchFile[]> {}

type Parts = Pick<Room, 'batch' | 'grants' | 'streets' | 'accounts' | 'now'>;

/** The registry's door for sheets. Grants follow files into another community, there and back. */
export function openBatchDoor(room: Parts): BatchDoor {
  const { batch, grants, streets, accounts } = room;

  /** Tells the grants where these files lie now, if they lie elsewhere than before. */
  async function follow(streetId: string, before: ReadonlyMap<string, string>): Promise<void> {
    const after = await batch.communitiesOf(streetId, [...before.keys()]);
    for (const [id, communityId] of after)
      if (before.get(id) !== communityId) await grants.followElder(streetId, id, communityId);
  }

  return {
    find: async (streetId, wanted) => (await batch.find(streetId, wanted)).map(toFile),
    idKey: batch.idKey,
    checked,
    changedFields,
    images: batch.images,

    async write(hand, writes) {
      const done = await batch.write(hand, writes);
      // Also for what an earlier run has written: it may have ended between the two writes.
      const written = writes.filter(({ id, from }) => from > 0 && done.get(id) === 'written');
      const grantsOf = await grants.communitiesOf(
        hand.streetId,
        written.map(({ id }) => id),
      );
      await follow(hand.streetId, grantsOf);
      return done;
    },

    async takeBack(streetId, cause, files, referredTo) {
      const ids = files.map(({ id }) => id);
      const granted = await grants.communitiesOf(streetId, ids);
      const residents = await accounts.holders(streetId, ['resident']);
      const bound = residents.flatMap(({ elderId }) => (elderId ? [elderId] : []));
      const pointed = new Set([...referredTo, ...granted.keys(), ...bound]);
      const done = await batch.takeBack(streetId, cause, files, pointed);
      await follow(streetId, granted);
      return done;
    },

    ofCommunities: (streetId, communityIds) => asFiles(batch.ofCommunities(streetId, communityIds)),
    async *list(scope, filter, sort) {
      const query = await queryOf(room, scope.streetId, filter, { sort, limit: 0 });
      yield* query ? asFiles(batch.list(scope, query)) : nothing();
    },
    names: async (streetId, accountIds) => namesFor(accounts, await streets.street(streetId), accountIds),
    listedCategories: (streetId) => streets.parameter(streetId, 'streetCategories'),
  };
}
