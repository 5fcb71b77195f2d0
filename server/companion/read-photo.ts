import type { companion } from '@wubian/shared/companion/contract.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import type { Handler } from '../handler.ts';
import type { Deps } from './deps.ts';
import { look } from './look.ts';

/** A photo, for those who see the report that it belongs to. */
export const readPhoto =
  (deps: Deps): Handler<typeof companion.photo> =>
  async (actor, { taskId, photoId }) => {
    const { task, sight } = await look(deps, actor, taskId);
    const seesReport = sight !== 'looking' && sight !== 'past';
    const isThere = seesReport && task.photos.some(({ id }) => id === photoId);
    const jpeg = isThere ? await deps.photos.jpeg(task.streetId, taskId, photoId) : null;
    if (!jpeg) throw new Refusal('photo_not_found');
    return { mime: 'image/jpeg', base64: jpeg.toString('base64') };
  };
