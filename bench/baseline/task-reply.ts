import { moves, personMoves, statuses } from '@wubian/shared/companion/lifecycle.ts';
import { formatDoor } from '@wubian/shared/registry/address.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Entry, StoredTask } from '../../server/companion/stored-task.ts';
import type { Database, ElderDocument } from './database.ts';

const acts = [...personMoves, 'addPhoto', 'askAgain'];
const canOnly = (...allowed: string[]) => Object.fromEntries(acts.map((act) => [act, allowed.includes(act)]));
/** What a volunteer may do is the same for every open task, and for every one that she has claimed. */
const canAtOpen = canOnly('claim');
const canAtClaimed = canOnly('release', 'start');

/** The elder's part of the reply: masked before the claim, her whole file after it. */
function elderParts({ open }: Database, task: StoredTask, elder: ElderDocument | null) {
  if (!elder) {
    const hidden = { door: null, doorOpener: null, doorNotes: null };
    return { elder: { id: task.elderId, name: task.elderMasked, phone: null, careNotes: null }, hidden, contacts: [] };
  }
  const { _id, sealed } = elder;
  const opened = (field: 'door' | 'contacts' | 'doorNotes' | 'careNotes') => open('elders', field, _id, sealed[field]);
  const notes = [open('tasks', 'doorNote', task._id, task.doorNote), opened('doorNotes')].filter(Boolean).join('；');
  return {
    elder: {
      id: _id,
      name: elder.name,
      phone: sealed.phone && open('elders', 'phone', _id, sealed.phone),
      careNotes: opened('careNotes'),
    },
    hidden: { door: formatDoor(JSON.parse(opened('door'))), doorOpener: task.doorOpener, doorNotes: notes },
    contacts: JSON.parse(opened('contacts')),
  };
}

/** The reply of reading and claiming, for the volunteer `viewer`. `elder` is her file if the viewer holds the task. */
export function taskReply(database: Database, task: StoredTask, elder: ElderDocument | null, viewer: string) {
  const community = database.communities.get(task.communityId)!;
  const { elder: person, hidden, contacts } = elderParts(database, task, elder);
  const got = task.history.findLastIndex(({ volunteerId }) => volunteerId === viewer);
  const words = (entry: Entry, index: number) =>
    entry.by.accountId === viewer || (elder && index >= got)
      ? database.open('tasks', 'history.words', task._id, entry.words)
      : '';
  const label = ({ move, by }: Entry) => {
    if (move !== 'ask') return moves[move].label;
    return roles[by.role!].staff ? '接到电话，代为提出求助' : '提出求助';
  };
  return {
    id: task._id,
    kind: task.kind,
    kindLabel: task.kindLabel,
    part: task.part,
    needs: task.needs,
    status: task.status,
    statusLabel: statuses[task.status],
    window: { from: task.windowFrom, to: task.windowTo },
    bring: task.bring,
    elder: person,
    place: {
      communityId: task.communityId,
      communityName: community.name,
      estateName: database.estates.get(task.estateId)!.name,
      ...hidden,
    },
    contacts,
    asker: { name: roles[task.asker.role!].label, relation: null, role: task.asker.role },
    volunteer: elder && { accountId: task.volunteerId, name: task.volunteerName, phone: null },
    worker: { name: community.name, phone: community.phone },
    startedAt: task.startedAt,
    finishedAt: task.finishedAt,
    minutes: task.minutes,
    did: task.did,
    noticed: task.noticed,
    concern: null,
    quiet: false,
    photos: task.photos,
    confirmsByRuleAt: null,
    askedAt: task.askedAt,
    history: task.history.map((entry, index) => ({
      seq: index + 1,
      move: entry.move,
      label: label(entry),
      at: entry.at,
      by:
        entry.by.accountId === viewer ? `${roles[entry.by.role!].label} ${entry.by.name}` : roles[entry.by.role!].label,
      words: words(entry, index),
      forElder: entry.forElder,
    })),
    can: elder ? canAtClaimed : canAtOpen,
  };
}
