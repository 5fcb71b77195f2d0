import { newId } from '../../server/store/ids.ts';
import type { Community, Street } from '../../server/streets/index.ts';

/** How large the measured street is; `scale` 1 is the size that the figures are published for. */
export interface Size {
  elders: number;
  tasks: number;
  communities: number;
  estatesEach: number;
  volunteersEach: number;
}

/** Estates keep about a hundred open tasks at every scale, so that a page comes from one of them. */
const tasksForAnEstate = 500;

export function sizeOf(scale: number): Size {
  const tasks = Math.max(1_000, Math.round(100_000 * scale));
  const communities = Math.max(2, Math.round(20 * scale));
  const estatesEach = Math.max(1, Math.min(10, Math.floor(tasks / communities / tasksForAnEstate)));
  return { elders: tasks, tasks, communities, estatesEach, volunteersEach: 10 };
}

const at = new Date(0);

const community = (place: number, estatesEach: number): Community => ({
  id: newId(at),
  name: `第${place + 1}社区`,
  phone: '022-23330000',
  grids: ['第一网格', '第二网格'].map((name) => ({ id: newId(at), name })),
  estates: Array.from({ length: estatesEach }, (_, n) => ({
    id: newId(at),
    name: `${place + 1}区${n + 1}号院`,
    point: { latitude: 39.05 + 0.006 * Math.floor(place / 4) + 0.0004 * n, longitude: 117.2 + 0.009 * (place % 4) },
  })),
});

/** An invented street of that size. */
export const aStreet = ({ communities, estatesEach }: Size): Street => ({
  id: newId(at),
  name: '测速街（虚构）',
  communities: Array.from({ length: communities }, (_, place) => community(place, estatesEach)),
  rules: [],
});
