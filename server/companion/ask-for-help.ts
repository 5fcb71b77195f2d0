import type { companion } from '@wubian/shared/companion/contract.ts';
import { needsOf } from '@wubian/shared/companion/kinds.ts';
import { maskName } from '@wubian/shared/masks.ts';
import { offerOf } from '@wubian/shared/office/parameter-forms.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { isGone } from '@wubian/shared/registry/life.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { rulesAt } from '../streets/index.ts';
import { isForElder } from './act.ts';
import { needAtHome } from './at-home.ts';
import type { Deps } from './deps.ts';
import { byOf, show } from './look.ts';
import { byRule, type Entry, type StoredTask } from './stored-task.ts';
import { nextDueOf } from './task.clock.ts';
import type { Standing } from './task.policy.ts';

/** Asks for help for an elder: herself, her family under a grant, or a worker who took the call. */
export const askForHelp =
  (deps: Deps): Handler<typeof companion.ask> =>
  async (actor, input) => {
    const { streetId } = actor;
    const at = deps.clock();
    const [street, catalogue, reach, elder, existing] = await Promise.all([
      deps.streets.street(streetId),
      deps.streets.parameter(streetId, 'catalogue', dayOf(at)),
      deps.registry.reach(actor, input.elderId),
      deps.registry.elder(streetId, input.elderId),
      deps.tasks.byId({ streetId }, input.id),
    ]);
    if (!reach || !elder) throw new Refusal('elder_not_found');
    if (!reach.scopes.includes('ask') && !isGone(elder.status)) throw new Refusal('grant_needed');
    const standing: Standing = { actor, now: at, reach: reach.ground === 'staff' ? null : reach, volunteer: null };

    const isMine = (task: StoredTask | null): task is StoredTask =>
      task?.asker.accountId === actor.accountId && task.elderId === elder.id;
    if (existing) {
      if (isMine(existing)) return show(deps, standing, existing);
      throw new Refusal('id_taken');
    }
    needAtHome({ status: elder.status, until: elder.statusUntil }, new Date(input.window.from));
    const windowTo = new Date(input.window.to);
    if (windowTo <= at) throw new Refusal('window_past');
    const rules = rulesAt(street, at);
    const offer = offerOf(catalogue, input.kind);
    if (!offer.offered || rules.closedKinds.includes(input.kind)) throw new Refusal('kind_not_offered');

    const by = byOf({ actor, reach });
    const ask: Entry = { move: 'ask', by, at, words: '', forElder: isForElder(standing), volunteerId: null };
    const opensByItself = rules.autoOpenKinds.includes(input.kind);
    const history: Entry[] = opensByItself
      ? [ask, { move: 'openByRule', by: byRule, at, words: '', forElder: false, volunteerId: null }]
      : [ask];
    const task: StoredTask = {
      _id: input.id,
      streetId,
      communityId: elder.communityId,
      estateId: elder.estateId,
      elderId: elder.id,
      elderName: elder.name,
      elderMasked: maskName(elder.name),
      kind: input.kind,
      kindLabel: offer.label,
      part: input.part,
      needs: needsOf(input.kind, input.part),
      windowFrom: new Date(input.window.from),
      windowTo,
      bring: input.bring,
      doorOpener: input.doorOpener,
      doorNote: input.doorNote,
      again: false,
      asker: by,
      askedAt: at,
      status: opensByItself ? 'open' : 'asked',
      since: at,
      volunteerId: null,
      volunteerName: null,
      claimedAt: null,
      startedAt: null,
      finishedAt: null,
      minutes: null,
      did: '',
      noticed: '',
      concern: null,
      concernOpen: false,
      photos: [],
      history,
      seq: history.length,
      handledSeq: 0,
      outboxDue: at,
      nextDue: null,
      outboxToken: null,
      clockToken: null,
    };
    task.nextDue = nextDueOf(task, street);
    if (await deps.tasks.insert(task)) {
      deps.poke();
      // Whoever went away since the file was read was not seen by the stop that followed.
      return show(deps, standing, (await deps.stopIfAway(task)) ?? task);
    }
    // The id was taken since it was looked up, or by another street: a twin of this call, or a stranger.
    const twin = await deps.tasks.byId({ streetId }, input.id);
    if (isMine(twin)) return show(deps, standing, twin);
    throw new Refusal('id_taken');
  };
