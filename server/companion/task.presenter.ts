import { defaultDeadlineRules } from '@wubian/shared/companion/deadlines.ts';
import { endStatuses, type Move, moves, statuses } from '@wubian/shared/companion/lifecycle.ts';
import type { Task, TaskRow } from '@wubian/shared/companion/schema.ts';
import { maskPhone } from '@wubian/shared/masks.ts';
import { relationLabels } from '@wubian/shared/registry/contract.ts';
import { isGone } from '@wubian/shared/registry/life.ts';
import { roles } from '@wubian/shared/roles.ts';
import type * as z from 'zod';
import type { Person } from '../accounts/door.ts';
import type { ElderFile } from '../registry/door.ts';
import { communityOf, estateOf, type Street } from '../streets/index.ts';
import type { By, Entry, StoredTask } from './stored-task.ts';
import { aheadOf, hoursToConfirm } from './task.clock.ts';
import { canMap, type Sight, type Standing } from './task.policy.ts';
import type { ListedTask } from './task-lists.store.ts';

export type WireTask = z.output<typeof Task>;
export type WireRow = z.output<typeof TaskRow>;

/** What a presenter needs beside the task; files of people are null where the viewer may not see them. */
export interface Around {
  street: Street;
  elder: ElderFile | null;
  volunteer: Person | null;
  /** False when she lets no volunteer know how to care for her. */
  sharesCare: boolean;
}

/** Instead of '待确认': nobody is asked to confirm. */
const quietlyDone = '已服务';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const isVolunteersView = (sight: Sight): boolean => sight === 'serving' || sight === 'looking' || sight === 'past';

/** '女儿 周敏' for those who may know names, '家属' for a volunteer; her own name she always sees. */
export function sayBy(by: By, sight: Sight, viewerId: string): string {
  if (by.role === null) return by.name;
  const role = roles[by.role].label;
  if (isVolunteersView(sight)) return by.accountId === viewerId ? `${role} ${by.name}` : role;
  return `${by.relation ? relationLabels[by.relation] : role} ${by.name}`;
}

/** What an entry is called; the rule names the hours that it went by. */
export function labelOf(
  { move, by }: Pick<Entry, 'move' | 'by'>,
  confirmAfterHours: number = defaultDeadlineRules.confirmAfterHours,
): string {
  if (move === 'ask') return by.role && roles[by.role].staff ? '接到电话，代为提出求助' : '提出求助';
  if (move === 'confirmByRule') return `满 ${confirmAfterHours} 小时自动确认`;
  return moves[move satisfies Move].label;
}

/** A volunteer reads the words since she got the task, and her own; what was said before is not hers. */
function wordsFor(task: StoredTask, index: number, sight: Sight, viewerId: string): string {
  const entry = task.history[index]!;
  if (!isVolunteersView(sight) || entry.by.accountId === viewerId) return entry.words;
  const got = task.history.findLastIndex(({ volunteerId }) => volunteerId === viewerId);
  return sight === 'serving' && index >= got ? entry.words : '';
}

/** One task as this viewer may see it. Pure: everything was fetched before. */
export function presentTask(task: StoredTask, sight: Sight, standing: Standing, around: Around): WireTask {
  const { street, elder, volunteer, sharesCare } = around;
  const viewerId = standing.actor.accountId;
  const near = sight !== 'looking' && sight !== 'past';
  const masks = sight === 'office' || sight === 'staff';
  const phoneFor = (phone: string | null | undefined, masked = masks): string | null =>
    phone ? (masked ? maskPhone(phone) : phone) : null;
  const door = masks ? elder?.building : elder?.door;
  const careNotes = sight === 'serving' && !sharesCare ? null : elder?.careNotes;
  const community = communityOf(street, task.communityId);
  const quiet = sight === 'elderSide' && elder !== null && isGone(elder.status);
  const byRule =
    !quiet && task.status === 'done' ? aheadOf(task, street).find(({ move }) => move === 'confirmByRule') : undefined;
  return {
    id: task._id,
    kind: task.kind,
    kindLabel: task.kindLabel,
    part: task.part,
    needs: task.needs,
    status: task.status,
    statusLabel: quiet && task.status === 'done' ? quietlyDone : statuses[task.status],
    window: { from: task.windowFrom.toISOString(), to: task.windowTo.toISOString() },
    bring: task.bring,
    elder: {
      id: task.elderId,
      name: near ? (elder?.name ?? task.elderName) : task.elderMasked,
      phone: near ? phoneFor(elder?.phone) : null,
      careNotes: near ? (careNotes ?? null) : null,
    },
    place: {
      communityId: task.communityId,
      communityName: community?.name ?? '',
      estateName: estateOf(street, task.estateId)?.estate.name ?? '',
      door: near ? (door ?? null) : null,
      doorOpener: near ? task.doorOpener : null,
      doorNotes: near ? [task.doorNote, elder?.doorNotes].filter(Boolean).join('；') : null,
    },
    contacts: near
      ? (elder?.contacts ?? []).map(({ name, relation, phone }) => ({ name, relation, phone: phoneFor(phone)! }))
      : [],
    asker: {
      name: isVolunteersView(sight) ? roles[task.asker.role!].label : task.asker.name,
      relation: isVolunteersView(sight) ? null : task.asker.relation,
      role: task.asker.role!,
    },
    volunteer:
      task.volunteerId && sight !== 'looking'
        ? {
            accountId: task.volunteerId,
            name: task.volunteerName ?? '',
            // The family rings the volunteer about this visit; when the story is over, her number is hers again.
            phone:
              sight === 'elderSide' && endStatuses.includes(task.status)
                ? null
                : phoneFor(volunteer?.phone, sight === 'office'),
          }
        : null,
    worker: community ? { name: community.name, phone: community.phone } : null,
    startedAt: iso(task.startedAt),
    finishedAt: iso(task.finishedAt),
    minutes: task.minutes,
    did: near ? task.did : '',
    noticed: near ? task.noticed : '',
    concern:
      near && task.concern
        ? {
            words: task.concern.words,
            heededAt: iso(task.concern.heededAt),
            heededWords: task.concern.heededWords,
          }
        : null,
    photos: near ? task.photos.map(({ id, at }) => ({ id, at: at.toISOString() })) : [],
    confirmsByRuleAt: byRule ? new Date(byRule.at).toISOString() : null,
    askedAt: task.askedAt.toISOString(),
    quiet,
    history: task.history
      .map((entry, index) => ({
        seq: index + 1,
        move: entry.move,
        label: labelOf(entry, hoursToConfirm(task, street)),
        at: entry.at.toISOString(),
        by: sayBy(entry.by, sight, viewerId),
        words: wordsFor(task, index, sight, viewerId),
        forElder: entry.forElder,
      }))
      // The clock's reminder to confirm reached nobody.
      .filter(({ move }) => !(quiet && move === 'remindConfirm')),
    can: canMap(standing, task),
  };
}

/** A row of a list as this viewer may see it. */
export function presentRow(task: ListedTask, sight: Sight, street: Street): WireRow {
  const near = sight !== 'looking' && sight !== 'past';
  return {
    id: task._id,
    kind: task.kind,
    kindLabel: task.kindLabel,
    status: task.status,
    statusLabel: statuses[task.status],
    windowFrom: task.windowFrom.toISOString(),
    windowTo: task.windowTo.toISOString(),
    elderName: near ? task.elderName : task.elderMasked,
    communityName: communityOf(street, task.communityId)?.name ?? '',
    estateName: estateOf(street, task.estateId)?.estate.name ?? '',
    askerName: isVolunteersView(sight) ? roles[task.asker.role!].label : task.asker.name,
    volunteerName: sight === 'looking' ? null : task.volunteerName,
    askedAt: task.askedAt.toISOString(),
    since: task.since.toISOString(),
    concern: task.concern !== null && near,
  };
}
