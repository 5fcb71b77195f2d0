import type { Community, Street } from '../streets/index.ts';
import { demoId } from './demo-id.ts';

/** Invented names on a real map: no resident, community or estate of the demo exists. */
const first = '友谊路街（演示）';
const second = '海棠路街（演示）';
/** WGS-84; the estates lie some hundred metres around. */
const middle = { latitude: 39.09, longitude: 117.23 };
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

function community(street: string, place: number, name: string, estates: readonly string[]): Community {
  const at = (n: number) => ({
    latitude: round(middle.latitude + 0.006 * Math.floor(place / 2) + 0.0017 * n),
    longitude: round(middle.longitude + 0.009 * (place % 2) + 0.0021 * ((n * 2) % 3)),
  });
  return {
    id: demoId(street, name),
    name: `${name}社区`,
    phone: `022-2333${String(1001 + place * 111).padStart(4, '0')}`,
    grids: ['第一网格', '第二网格'].map((grid) => ({ id: demoId(street, name, grid), name: grid })),
    estates: estates.map((estate, n) => ({ id: demoId(street, name, estate), name: estate, point: at(n) })),
  };
}

const streetOf = (name: string, areas: readonly [string, ...string[]][], from: number): Street => ({
  id: demoId(name),
  name,
  communities: areas.map(([own, ...estates], place) => community(name, from + place, own, estates)),
  rules: [],
});

export const demoStreet = streetOf(
  first,
  [
    ['水西里', '水韵园', '临波里', '西苑小区'],
    ['银杏里', '银杏苑', '金秋里', '秋实园', '知叶园'],
    ['百合里', '百合苑', '和畅园', '清和里'],
    ['四季里', '春晖园', '夏荷里', '冬青苑'],
  ],
  0,
);

/** A second, small street: its people must never see the first one's. */
export const otherDemoStreet = streetOf(second, [['海棠里', '海棠苑', '东风里']], 6);
