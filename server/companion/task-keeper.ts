import { statuses } from '@wubian/shared/companion/lifecycle.ts';
import { grounds } from '@wubian/shared/companion/schema.ts';
import { addDays, dayOf, sayMinutes, sayWindow, timeOf } from '@wubian/shared/time.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { PersonItem, PersonKeeper } from '../person-keeper.ts';
import type { StoredLine } from './ledger.store.ts';
import type { PersonStore } from './person.store.ts';
import type { StoredTask } from './stored-task.ts';
import { labelOf } from './task.presenter.ts';

/** Words of a person's own copy, and of what an erasure does in this room. */
const words = {
  tasks: '求助和服务',
  lines: '计入志愿者的服务时间',
  erased: '已删除',
  running: (n: number) => `还有 ${n} 件求助没有办完`,
  goes: '求助里的姓名、要求、照护和服务的文字、照片',
  why: '志愿服务记录，《志愿服务条例》第十九条，保存不少于十年',
  what: (n: number) => `${n} 次服务的志愿者、种类、日期和时长（老人只留姓）`,
} as const;

/** As long as records of voluntary service are kept (standards.md §3.1), in days. */
const keptDays = 3653;

const sayAt = (at: Date): string => `${dayOf(at)} ${timeOf(at)}`;
const known = (fields: PersonItem['fields']) => fields.filter(({ said }) => said !== '');

const sayTask = (task: StoredTask): PersonItem => ({
  title: `${dayOf(task.askedAt)} ${task.kindLabel}`,
  fields: known([
    { label: '时间', said: sayWindow(task.windowFrom, task.windowTo) },
    { label: '状态', said: statuses[task.status] },
    { label: '求助人', said: task.asker.name },
    { label: '志愿者', said: task.volunteerName ?? '' },
    { label: '要求', said: task.bring },
    { label: '开门', said: task.doorNote },
    { label: '做了什么', said: task.did },
    { label: '注意到', said: task.noticed },
    { label: '关切', said: task.concern?.words ?? '' },
    { label: '照片', said: task.photos.length ? `${task.photos.length} 张` : '' },
    ...task.history.map((entry) => ({
      label: sayAt(entry.at),
      said: [labelOf(entry), entry.by.name, entry.words].filter(Boolean).join('，'),
    })),
  ]),
});

const sayLine = (line: StoredLine): PersonItem => ({
  title: `${dayOf(line.startedAt)} ${line.kindLabel}`,
  fields: [
    { label: '时长', said: sayMinutes(line.minutes) },
    { label: '依据', said: line.groundLabel || grounds[line.ground] },
  ],
});

/** What this room holds about an elder; the minutes of volunteers stay when she is erased. */
export const taskKeeper = (store: PersonStore, notices: NoticesDoor): PersonKeeper => ({
  async personData(streetId, elderId) {
    const [tasks, lines] = await Promise.all([store.tasksOf(streetId, elderId), store.linesOf(streetId, elderId)]);
    return [
      { title: words.tasks, items: tasks.map(sayTask) },
      { title: words.lines, items: lines.map(sayLine) },
    ];
  },
  async hindrance(streetId, elderId) {
    const running = await store.running(streetId, elderId);
    return running ? words.running(running) : '';
  },
  async foresee(streetId, elderId) {
    const [tasks, lines] = await Promise.all([store.tasksOf(streetId, elderId), store.linesOf(streetId, elderId)]);
    const last = lines
      .map(({ finishedAt }) => dayOf(finishedAt))
      .sort()
      .at(-1);
    return {
      goes: tasks.length ? [words.goes] : [],
      kept: last ? [{ what: words.what(lines.length), why: words.why, until: addDays(last, keptDays) }] : [],
    };
  },
  async erase(streetId, elderId) {
    const tasks = await store.tasksOf(streetId, elderId);
    await notices.forget(streetId, { taskIds: tasks.map(({ _id }) => _id) });
    await store.strip(streetId, elderId, words.erased);
  },
});
