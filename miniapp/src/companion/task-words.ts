import {
  type Kind,
  type KindRow,
  kinds,
  type Qualification,
  qualificationLabels,
} from '@wubian/shared/companion/kinds.ts';
import type { TaskStatus } from '@wubian/shared/companion/lifecycle.ts';
import { relationLabels } from '@wubian/shared/registry/relations.ts';
import { roles } from '@wubian/shared/roles.ts';
import { dayOf, timeOf } from '@wubian/shared/time.ts';
import type { Tone } from '../ui/index.ts';
import type { Task } from './types.ts';

/** What each status means to a reader. */
export const statusTones: Record<TaskStatus, Tone> = {
  asked: 'wait',
  open: 'wait',
  claimed: 'go',
  inService: 'go',
  done: 'wait',
  objected: 'warn',
  confirmed: 'done',
  declined: 'stop',
  cancelled: 'stop',
  expired: 'stop',
};

/** 助浴, as the street called it when it was asked for, with its special part where that was asked for too. */
export function kindWords({ kind, kindLabel }: { kind: Kind; kindLabel: string }, part = false): string {
  const { part: special }: KindRow = kinds[kind];
  return part && special ? `${kindLabel}：${special.label}` : kindLabel;
}

/** The risk that a volunteer reads before she accepts. */
export const riskWords = (kind: Kind): string => kinds[kind].risk;

/** The training that a task needs: 需要助浴培训. Empty when none. */
export const needsWords = (needs: readonly Qualification[]): string =>
  needs.map((need) => qualificationLabels[need]).join('、');

/**
 * How far, as people say it: 同小区, 约 600 米, 约 1.2 公里. `metres` is between the middles of two estates, so it is
 * never said finer than 100 m; null (no start point chosen, or the estate has no point) gives ''.
 */
export function distanceWords(metres: number | null): string {
  if (metres === null) return '';
  if (metres <= 0) return '同小区';
  const hundreds = Math.max(1, Math.round(metres / 100));
  if (hundreds < 10) return `约 ${hundreds * 100} 米`;
  return hundreds < 100 ? `约 ${hundreds / 10} 公里` : `约 ${Math.round(hundreds / 10)} 公里`;
}

/** The moment of a rule, with its date: 7月3日 10:30. */
export function dateWords(iso: string): string {
  const ms = Date.parse(iso);
  const [, month, day] = dayOf(ms).split('-').map(Number);
  return `${month}月${day}日 ${timeOf(ms)}`;
}

/** Who asked: 女儿 周敏, or 网格员 王芳. A volunteer gets only the role. */
export function askerWords({ name, relation, role }: Task['asker']): string {
  const who = relation ? relationLabels[relation] : roles[role].label;
  return name === who ? name : `${who} ${name}`;
}
