import { type Ground, grounds } from '@wubian/shared/companion/schema.ts';
import type { StoredLine } from './ledger.store.ts';
import type { Entry, StoredTask } from './stored-task.ts';

function groundOf({ move, by }: Entry): Ground | null {
  switch (move) {
    case 'confirm':
      return by.role === 'resident' ? 'confirmedByElder' : 'confirmedByFamily';
    case 'confirmByRule':
      return 'confirmedByRule';
    case 'settle':
      return 'settledByWorker';
    default:
      return null;
  }
}

/**
 * The line that a history entry writes into the volunteer's ledger, or null: minutes count once, with the ground they
 * rest on. `confirmAfterHours` are the hours that the rule waited. Pure.
 */
export function ledgerLine(task: StoredTask, seq: number, confirmAfterHours: number): StoredLine | null {
  const entry = task.history[seq - 1]!;
  const ground = groundOf(entry);
  if (!ground || !task.volunteerId || !task.startedAt || !task.finishedAt || !task.minutes) return null;
  return {
    _id: `${task._id}:${seq}`,
    streetId: task.streetId,
    communityId: task.communityId,
    volunteerId: task.volunteerId,
    taskId: task._id,
    elderId: task.elderId,
    elderMasked: task.elderMasked,
    kind: task.kind,
    kindLabel: task.kindLabel,
    minutes: task.minutes,
    startedAt: task.startedAt,
    finishedAt: task.finishedAt,
    ground,
    groundLabel: ground === 'confirmedByRule' ? `满 ${confirmAfterHours} 小时无异议，自动确认` : grounds[ground],
    at: entry.at,
  };
}
