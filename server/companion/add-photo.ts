import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Deps } from './deps.ts';
import { look } from './look.ts';
import { toPhoto } from './photo-jpeg.ts';
import { mayAddPhoto, mostPhotos } from './task.policy.ts';

/** The volunteer adds a photo to her report; the same photo sent twice is one photo. */
export const addPhoto =
  (deps: Deps): Handler<typeof companion.addPhoto> =>
  async (actor, { taskId, id, base64 }) => {
    const { task, standing } = await look(deps, actor, taskId);
    const there = task.photos.find((photo) => photo.id === id);
    if (there) return { id, at: there.at.toISOString() };
    if (task.volunteerId !== actor.accountId || !mayAddPhoto(standing, task)) throw new Refusal('task_moved_on');
    if (task.photos.length >= mostPhotos) throw new Refusal('photo_limit');

    const at = standing.now;
    const jpeg = await toPhoto(base64);
    const photo = { _id: id, streetId: task.streetId, taskId, by: actor.accountId, at, jpeg };
    if (!(await deps.photos.insert(photo))) {
      // A picture without its place on the task: an earlier try broke off between the two writes.
      const about = await deps.photos.about(id);
      if (about?.taskId !== taskId || about.by !== actor.accountId) throw new Refusal('id_taken');
    }
    if (await deps.tasks.addPhoto(task, actor.accountId, { id, at }, mostPhotos)) return { id, at: at.toISOString() };

    const now = (await look(deps, actor, taskId)).task;
    const twin = now.photos.find((found) => found.id === id);
    if (twin) return { id, at: twin.at.toISOString() };
    await deps.photos.remove(task.streetId, id);
    throw new Refusal(now.photos.length >= mostPhotos ? 'photo_limit' : 'task_moved_on');
  };
