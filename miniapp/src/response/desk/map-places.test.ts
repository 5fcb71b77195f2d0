import { expect, test } from 'vitest';
import { placesOf } from './map-places.ts';

const at = (longitude: number, latitude: number) => ({ point: { longitude, latitude } });

test('north is up, east is right, and nothing touches the edge', () => {
  const [southWest, northEast, between] = placesOf([at(117.2, 39.0), at(117.3, 39.1), at(117.25, 39.05)]);
  expect(southWest).toMatchObject({ left: 12, top: 88 });
  expect(northEast).toMatchObject({ left: 88, top: 12 });
  expect(between!.left).toBeCloseTo(50);
  expect(between!.top).toBeCloseTo(50);
});

test('one point, or several at one place, stand in the middle', () => {
  expect(placesOf([at(117.2, 39)])).toMatchObject([{ left: 50, top: 50 }]);
  expect(placesOf([at(117.2, 39), at(117.2, 39)])).toMatchObject([
    { left: 50, top: 50 },
    { left: 50, top: 50 },
  ]);
  expect(placesOf([])).toEqual([]);
});
