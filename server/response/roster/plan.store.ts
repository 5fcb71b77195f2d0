import type { Connection } from 'mongoose';
import { isDuplicate } from '../../store/is-duplicate.ts';
import { rawOf } from '../../store/raw.ts';
import type { StoredChange, StoredPlan, StoredPost } from './stored.ts';

/** Posts with their plans, and what changes a plan for a while. `changed` hears of every street written to. */
export function createPlanStore(db: Connection, changed: (streetId: string) => void) {
  const posts = rawOf<StoredPost>(db, 'dutyPosts');
  const changes = rawOf<StoredChange>(db, 'dutyChanges');

  return {
    posts: (streetId: string): Promise<StoredPost[]> => posts.find({ streetId }).sort({ _id: 1 }).toArray(),
    post: (streetId: string, id: string): Promise<StoredPost | null> => posts.findOne({ _id: id, streetId }),
    /** Streets that have any post. */
    streets: (): Promise<string[]> => posts.distinct('streetId'),

    /** False when the post has been written since it was read as `rev`; 0 makes a new one. */
    async saveDraft(post: Omit<StoredPost, 'plans'>): Promise<boolean> {
      const { _id, streetId, rev, communityId, ...set } = post;
      if (rev === 0) {
        try {
          await posts.insertOne({ ...post, rev: 1, plans: [] });
          return true;
        } catch (error) {
          if (isDuplicate(error)) return false;
          throw error;
        }
      }
      const { matchedCount } = await posts.updateOne(
        { _id, streetId, communityId, rev },
        { $set: set, $inc: { rev: 1 } },
      );
      return matchedCount === 1;
    },

    /** Adds plans to the post as it was read, and takes the draft away if told; false when someone was faster. */
    async publish({ _id, streetId, rev }: StoredPost, plans: StoredPlan[], endsDraft: boolean): Promise<boolean> {
      const { matchedCount } = await posts.updateOne(
        { _id, streetId, rev },
        { $push: { plans: { $each: plans } }, $inc: { rev: 1 }, ...(endsDraft && { $set: { draft: null } }) },
      );
      changed(streetId);
      return matchedCount === 1;
    },

    /** Changes that touch [from, to). */
    changes: (streetId: string, from: Date, to: Date): Promise<StoredChange[]> =>
      changes
        .find({ streetId, to: { $gt: from }, from: { $lt: to } })
        .sort({ at: 1, _id: 1 })
        .toArray(),
    change: (streetId: string, id: string): Promise<StoredChange | null> => changes.findOne({ _id: id, streetId }),

    /** False when the id is taken by something else; a repeat is the same change. */
    async addChange(change: StoredChange): Promise<boolean> {
      try {
        await changes.insertOne(change);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const known = await changes.findOne({ _id: change._id, streetId: change.streetId, by: change.by });
        return known?.postId === change.postId && known.kind === change.kind;
      }
      changed(change.streetId);
      return true;
    },

    /** Ends a change at `at`, if it lasts longer. */
    async endChange(streetId: string, id: string, at: Date): Promise<void> {
      await changes.updateOne({ _id: id, streetId, to: { $gt: at } }, { $set: { to: at } });
      changed(streetId);
    },
  };
}

export type PlanStore = ReturnType<typeof createPlanStore>;
