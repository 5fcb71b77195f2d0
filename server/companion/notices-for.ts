import { maskName } from '@wubian/shared/masks.ts';
import type { Role } from '@wubian/shared/roles.ts';
import { sayMinutes, sayWindow } from '@wubian/shared/time.ts';
import type { NoticeToTell } from '../notices/door.ts';
import { holderBefore, type StoredTask } from './stored-task.ts';
import { type Ear, type Facts, tellings } from './tellings.ts';

interface Listener {
  accountId: string;
  role: Role;
}

/** Who stands around a task, whatever happens to it. */
export interface Audience {
  residents: readonly Listener[];
  family: readonly Listener[];
  workers: readonly Listener[];
}

/** Who hears of an entry by one ear. The volunteers come from the history, so a later move changes nothing. */
function listeners(task: StoredTask, seq: number, ear: Ear, audience: Audience): readonly Listener[] {
  const before = holderBefore(task.history, seq - 1);
  const now = holderBefore(task.history, seq);
  const asVolunteer = (accountId: string | null): Listener[] => (accountId ? [{ accountId, role: 'volunteer' }] : []);
  switch (ear) {
    case 'elderSide':
      return [...audience.residents, ...audience.family];
    case 'workers':
      return audience.workers;
    case 'volunteer':
      return asVolunteer(now);
    case 'former':
      return before === now ? [] : asVolunteer(before);
  }
}

/** The words' facts, the elder's and the volunteer's names as this ear may read them. */
function factsFor(task: StoredTask, seq: number, ear: Ear, confirmAfterHours: number): Facts {
  const entry = task.history[seq - 1]!;
  const forVolunteer = ear === 'volunteer' || ear === 'former';
  const name = task.volunteerName ?? '';
  return {
    visit: `${sayWindow(task.windowFrom, task.windowTo)} ${task.kindLabel}`,
    elder: forVolunteer ? maskName(task.elderName) : task.elderName,
    volunteer: name ? `志愿者${name}` : '志愿者',
    minutes: task.minutes === null ? '' : sayMinutes(task.minutes),
    hasConcern: task.concern !== null,
    stopped: entry.move === 'stopAway' ? entry.words : '',
    confirmAfterHours,
  };
}

/**
 * The notices of one history entry. Who acted is not told of her own act; an act done for the elder is always told to
 * the elder's own account. Pure, so a second run tells the same under the same ids.
 */
export function noticesFor(
  task: StoredTask,
  seq: number,
  audience: Audience,
  confirmAfterHours: number,
): NoticeToTell[] {
  const entry = task.history[seq - 1]!;
  const told = new Map<string, NoticeToTell>();
  for (const telling of tellings[entry.move]) {
    const facts = factsFor(task, seq, telling.to, confirmAfterHours);
    if (telling.when && !telling.when(facts)) continue;
    for (const { accountId, role } of listeners(task, seq, telling.to, audience)) {
      if (accountId === entry.by.accountId && !(entry.forElder && role === 'resident')) continue;
      const id = `${task._id}:${seq}:${accountId}:${role}`;
      if (told.has(id)) continue;
      told.set(id, {
        id,
        streetId: task.streetId,
        accountId,
        role,
        title: telling.title,
        body: telling.body(facts),
        at: entry.at,
        urgent: telling.urgent ?? false,
        taskId: task._id,
        grantId: null,
      });
    }
  }
  return [...told.values()];
}
