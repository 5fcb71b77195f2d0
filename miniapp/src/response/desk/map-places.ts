interface Place {
  point: { longitude: number; latitude: number };
}

/** Where a point stands on the drawing, in percent of its width from the left and of its height from the top. */
export interface Spot {
  left: number;
  top: number;
}

/** Kept free at each edge, in percent, so that a name beside a point is not cut off. */
const edge = 12;
const inside = 100 - 2 * edge;

/**
 * Puts points on a drawing without scale: north is up, the outermost ones stand at the edges, a line of points in the
 * middle. Good enough to see which of them are neighbours; it never leaves the phone to fetch a map.
 */
export function placesOf<T extends Place>(items: readonly T[]): (T & Spot)[] {
  const longitudes = items.map(({ point }) => point.longitude);
  const latitudes = items.map(({ point }) => point.latitude);
  const part = (value: number, all: readonly number[]): number => {
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return most === least ? 0.5 : (value - least) / (most - least);
  };
  return items.map((item) => ({
    ...item,
    left: edge + inside * part(item.point.longitude, longitudes),
    top: edge + inside * (1 - part(item.point.latitude, latitudes)),
  }));
}
