import { kindNames, kinds, needsOf } from '@wubian/shared/companion/kinds.ts';
import { after, moves as moveTable, type TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import { maskName } from '@wubian/shared/masks.ts';
import { type By, byRule, type Entry, type StoredTask } from '../../server/companion/stored-task.ts';
import { nextDueOf } from '../../server/companion/task.clock.ts';
import { choices } from '../../server/demo/random.ts';
import { newId } from '../../server/store/ids.ts';
import type { Street } from '../../server/streets/index.ts';
import type { FilledElder } from './elders.ts';
import type { Person } from './people.ts';
import { stories, type Times, type ToldMove, tellings } from './stories.ts';

/** Who comes to the tasks of a community. */
export interface Cast {
  volunteersOf(communityId: string): readonly Person[];
  workerOf(communityId: string): Person;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const bring = ['', '带老花镜和医保卡', '想吃软一点的', '不用带东西'];

type Between = (min: number, max: number) => number;

/** When a window begins, in ms from now: nothing falls due while speed is measured, so that the clock's worker rests. */
function windowStart(status: TaskStatus, between: Between): number {
  if (status === 'open' || status === 'asked') return between(16 * hour, 21 * day);
  if (status === 'claimed') return between(6 * hour, 7 * day);
  if (status === 'inService') return -between(10 * minute, 40 * minute);
  if (status === 'done' || status === 'objected') return -between(4 * hour, 18 * hour);
  return -between(4 * day, 400 * day);
}

function timesOf(status: TaskStatus, now: Date, between: Between): Times {
  const from = now.getTime() + windowStart(status, between);
  const asked = Math.min(from - 14 * hour, now.getTime() - between(3 * hour, 30 * hour));
  const started = from + 5 * minute;
  return { asked, from, to: from + 2 * hour, started, finished: started + between(20, 100) * minute };
}

const asRole = (role: 'volunteer' | 'gridWorker', { accountId, name }: Person): By => ({
  accountId,
  name,
  role,
  relation: null,
});

/** The history of a task, and who holds it at its end. */
function historyOf(moves: readonly ToldMove[], times: Times, asker: By, family: By, worker: By, volunteer: Person) {
  const entry = (move: Entry['move'], by: By, at: number, words: string, to: string | null): Entry => ({
    ...{ move, by, at: new Date(at), words },
    forElder: by.role === 'family' || (by.role === 'gridWorker' && move === 'ask'),
    volunteerId: to,
  });
  const people = { family, worker, volunteer: asRole('volunteer', volunteer), rule: byRule };
  const history = [entry('ask', asker, times.asked, '', null)];
  for (const [step, move] of moves.entries()) {
    const { by, at, words } = tellings[move];
    history.push(entry(move, people[by], at(times, step), words, move === 'claim' ? volunteer.accountId : null));
  }
  return { history, isHeld: moves.lastIndexOf('claim') > moves.lastIndexOf('release') };
}

/** Invented tasks over the elders, in every status, as their commands would have left them. */
export function* tasksOf(
  street: Street,
  elders: readonly FilledElder[],
  cast: Cast,
  count: number,
  now: Date,
): Generator<StoredTask> {
  const choose = choices(11);
  const wanted = stories.flatMap(({ moves, share }) =>
    Array.from({ length: Math.round((share * count) / 100_000) }, () => moves),
  );
  for (const [n, moves] of wanted.entries()) {
    const elder = elders[n % elders.length]!;
    const status = moves.reduce<TaskStatus>((before, move) => after(move, before), 'asked');
    const times = timesOf(status, now, choose.between);
    const kind = choose.one(kindNames);
    const part = 'part' in kinds[kind] && choose.chance(30);
    const family: By = { accountId: newId(now), name: '周敏', role: 'family', relation: 'daughter' };
    const worker = asRole('gridWorker', cast.workerOf(elder.communityId));
    const volunteer = choose.one(cast.volunteersOf(elder.communityId));
    const asker = choose.chance(70) ? family : worker;
    const { history, isHeld } = historyOf(moves, times, asker, family, worker, volunteer);
    const at = (move: ToldMove): Date | null => history.findLast((entry) => entry.move === move)?.at ?? null;
    const since = history.findLast(({ move }) => move === 'ask' || moveTable[move].to !== 'same')!.at;
    const finishedAt = at('finish');
    const task = {
      _id: newId(new Date(times.asked)),
      streetId: street.id,
      communityId: elder.communityId,
      estateId: elder.estateId,
      elderId: elder.id,
      elderName: elder.name,
      elderMasked: maskName(elder.name),
      kind,
      kindLabel: kinds[kind].label,
      part,
      needs: needsOf(kind, part),
      windowFrom: new Date(times.from),
      windowTo: new Date(times.to),
      bring: choose.one(bring),
      doorOpener: 'self' as const,
      doorNote: choose.chance(20) ? '钥匙在邻居家' : '',
      again: false,
      asker,
      askedAt: history[0]!.at,
      status,
      since,
      volunteerId: isHeld ? volunteer.accountId : null,
      volunteerName: isHeld ? volunteer.name : null,
      claimedAt: isHeld ? at('claim') : null,
      startedAt: at('start'),
      finishedAt,
      minutes: finishedAt && Math.round((times.finished - times.started) / minute),
      did: finishedAt ? '做了午饭，陪老人聊了会儿天' : '',
      noticed: finishedAt && choose.chance(30) ? '精神不错' : '',
      concern: null,
      concernOpen: false,
      photos: [],
      history,
      seq: history.length,
      handledSeq: history.length,
      outboxDue: null,
      nextDue: null,
      outboxToken: null,
      clockToken: null,
    };
    yield { ...task, nextDue: nextDueOf(task, street) };
  }
}
