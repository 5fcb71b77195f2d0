import type { companion } from '@wubian/shared/companion/contract.ts';
import { OpenTask } from '@wubian/shared/companion/schema.ts';
import { type Handler, RawJson } from '../handler.ts';
import { compileWriter } from '../store/bson-json.ts';
import type { Deps } from './deps.ts';
import { estatesByDistance } from './near.ts';
import { openPage, takerOf } from './open-page.ts';

const cards = compileWriter(OpenTask);

/** Open tasks that this volunteer may take. The cards go out as the database sent them; only their order is made here. */
export const listOpenTasks =
  (deps: Deps): Handler<typeof companion.openTasks> =>
  async (actor, { limit, cursor }) => {
    const [street, { profile, kin }] = await Promise.all([deps.streets.street(actor.streetId), deps.serving.of(actor)]);
    const taker = takerOf(actor, profile, kin, deps.clock());
    const page = await openPage(deps.openTasks, taker, street, profile.estateId, limit, cursor);
    const onPage = new Set(page.rows.map(({ estateId }) => estateId));
    const estates = estatesByDistance(street, actor.communityIds, profile.estateId).filter(({ id }) => onPage.has(id));
    const own = page.rows.slice(0, page.ownCount).map((row) => row.place().id);
    const head = JSON.stringify({ next: page.next, estates, own });
    return new RawJson(
      cards.list(
        page.rows.map(({ raw }) => raw),
        `${head.slice(0, -1)},"items":[`,
      ),
    );
  };
