import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorKeySought, doorKeys, formatDoor, normalPart, parseDoor } from './address.ts';

const parts = (typed: string) => {
  const door = parseDoor(typed);
  return door && [door.estate, door.building, door.unit, door.floor, door.room];
};

describe('reading a door', () => {
  it.each([
    '3-2-501',
    '3号楼2门501',
    '3楼2单元501室',
    '3栋2单元501',
    '３－２－５０１',
    '3 – 2 – 501',
    '三号楼二门501',
    '03-02-0501',
    '3号2门501号',
    '3#2-501',
  ])('%s is building 3, unit 2, room 501', (typed) => {
    expect(parts(typed)).toEqual(['', '3', '2', '', '501']);
  });

  it.each([
    ['水景园3-2-501', ['水景园', '3', '2', '', '501']],
    ['水景园 3号楼', ['水景园', '3', '', '', '']],
    ['四季里三号楼', ['四季里', '3', '', '', '']],
    ['甲3-2-501', ['', '甲3', '2', '', '501']],
    ['12a-1-302', ['', '12A', '1', '', '302']],
    ['十二号楼', ['', '12', '', '', '']],
    ['3-501', ['', '3', '', '', '501']],
    ['3-2', ['', '3', '2', '', '']],
    ['3-2-5-501', ['', '3', '2', '5', '501']],
    ['3楼2门5层501', ['', '3', '2', '5', '501']],
    ['2门501', ['', '', '2', '', '501']],
    ['501', ['', '', '', '', '501']],
    ['501室', ['', '', '', '', '501']],
    ['12', ['', '12', '', '', '']],
  ])('%s', (typed, expected) => {
    expect(parts(typed)).toEqual(expected);
  });

  it.each([
    '王秀兰',
    'wxl',
    '',
    '13800001234',
    '022-23331234',
    '1-2-3-4-5',
    '3门2门',
    '138-0000-1234',
    '1234567',
    `${'9'.repeat(39)}里`,
  ])('%j is not a door', (typed) => {
    expect(parseDoor(typed)).toBeNull();
  });

  it.each([
    ['03号楼', '3'],
    [' 12a ', '12A'],
    ['甲03', '甲3'],
    ['东平房', '东平房'],
    ['', ''],
    ['0', '0'],
  ])('takes %j as the part %j', (typed, expected) => {
    expect(normalPart(typed)).toBe(expected);
  });
});

const numbered = (max: number) => fc.integer({ min: 1, max }).map(String);
const aBuilding = fc.tuple(fc.constantFrom('', '甲', 'A'), numbered(399)).map(([head, n]) => head + n);
const aDoor = fc.record({
  building: aBuilding,
  unit: numbered(12),
  room: fc.integer({ min: 101, max: 3909 }).map(String),
});

describe('showing and finding a door', () => {
  it('reads back what it shows, whatever the door', () => {
    fc.assert(
      fc.property(aDoor, (door) => {
        expect(parseDoor(formatDoor(door))).toEqual({ estate: '', floor: '', ...door });
      }),
    );
  });

  it('finds a door by every way of writing it, and by any of its parts', () => {
    fc.assert(
      fc.property(aDoor, ({ building, unit, room }) => {
        const keys = doorKeys({ building, unit, room });
        const ways = [
          `${building}-${unit}-${room}`,
          `${building}号楼${unit}门${room}`,
          `${building}楼${unit}单元${room}室`,
          `${building}号楼`,
          `${building}-${unit}`,
          `${building}-${room}`,
          `${room}室`,
        ];
        for (const way of ways) expect(keys).toContain(doorKeySought(parseDoor(way)!));
      }),
    );
  });

  it('never finds another door by a full writing', () => {
    fc.assert(
      fc.property(aDoor, aDoor, (door, other) => {
        fc.pre(formatDoor(door) !== formatDoor(other));
        expect(doorKeys(door)).not.toContain(doorKeySought(parseDoor(formatDoor(other))!));
      }),
    );
  });

  it('shows houses without a unit, and parts that are no numbers, as they are', () => {
    expect(formatDoor({ building: '东平房', unit: '', room: '6' })).toBe('东平房6');
    expect(formatDoor({ building: '3', unit: '', room: '501' })).toBe('3号楼501');
    expect(formatDoor({ building: '', unit: '', room: '501' })).toBe('501室');
    expect(formatDoor({ building: '', unit: '', room: '' })).toBe('');
  });

  it('has no key for a floor alone, and finds nobody by a part that is not said', () => {
    expect(doorKeySought(parseDoor('5层')!)).toBeNull();
    expect(doorKeys({ building: '3', unit: '', room: '' })).toEqual(['b3']);
  });
});
