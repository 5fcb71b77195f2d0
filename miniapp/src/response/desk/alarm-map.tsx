import { View } from '@tarojs/components';
import { go } from '../../platform/nav.ts';
import { useAreas } from '../../registry/use-areas.ts';
import { colours, Picture, svgUri, Tap, Words } from '../../ui/index.ts';
import { AlarmRows } from './alarm-row.tsx';
import { placesOf, type Spot } from './map-places.ts';
import { toneOf } from './tone-of.ts';
import type { DeskRow } from './use-desk.ts';
import { liveDeskWords as w } from './words.ts';

const [width, height] = [1200, 440];
/** Right of this, names stand at the left of their point, in percent. */
const turnsAt = 70;
/** Below this, calls stand above their estate's name. */
const risesAt = 60;
/** More calls than these in one estate have no room; one pin leads to the list. */
const mostPins = 2;

/** The estates as dots on a faint net; names and calls are real text over it. */
function drawing(spots: readonly Spot[]): string {
  const lines = Array.from({ length: 11 }, (_, n) => (n + 1) * 100)
    .map((x) => `<path d="M${x} 0V${height}${x < height ? `M0 ${x}H${width}` : ''}"/>`)
    .join('');
  const dots = spots
    .map(({ left, top }) => `<circle cx="${(left / 100) * width}" cy="${(top / 100) * height}" r="7"/>`)
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><g stroke="${colours.line}" stroke-width="1">${lines}</g><g fill="${colours.edge}">${dots}</g></svg>`;
}

interface AlarmMapProps {
  rows: readonly DeskRow[];
  communityId: string;
  /** Back to the list. */
  onList: () => void;
}

/** The calls of one estate, as many as there is room for. */
function Pins({ rows, id, onList }: { rows: readonly DeskRow[]; id: string; onList: () => void }) {
  if (rows.length > mostPins)
    return (
      <Tap id={`pins-${id}`} className={`w-map-pin w-map-pin--${rows[0] ? toneOf(rows[0]) : 'going'}`} onTap={onList}>
        {w.calls(rows.length)}
      </Tap>
    );
  return (
    <>
      {rows.map((row) => (
        <Tap
          key={row.id}
          id={`pin-${row.id}`}
          className={`w-map-pin w-map-pin--${toneOf(row)}`}
          onTap={() => go('workerIncident', { id: row.id })}
        >
          {[row.drill && w.drill, row.elderName, row.statusLabel].filter(Boolean).join(' ')}
        </Tap>
      ))}
    </>
  );
}

const sideOf = ({ left, top }: Spot): string =>
  [left > turnsAt && 'w-map-place--left', top > risesAt && 'w-map-place--up'].filter(Boolean).join(' ');

/** The estates roughly where they lie, with the open calls of each. A drawing of our own: no tiles, no network. */
export function AlarmMap({ rows, communityId, onList }: AlarmMapProps) {
  const areas = useAreas().data?.communities ?? [];
  const estates = areas
    .filter(({ id }) => !communityId || id === communityId)
    .flatMap(({ name: community, estates }) =>
      estates.flatMap(({ id, name, point }) => (point ? [{ id, name, community, point }] : [])),
    );
  const places = placesOf(estates);
  const of = ({ name, community }: { name: string; community: string }) =>
    rows.filter((row) => row.point && row.estateName === name && row.communityName === community);
  const placed = new Set(places.flatMap((place) => of(place).map(({ id }) => id)));
  const rest = rows.filter(({ id }) => !placed.has(id));
  return (
    <>
      <Words tone="soft">{w.mapLead}</Words>
      <View className="w-map">
        <Picture className="w-map-drawing" src={svgUri(drawing(places))} label="" width={width} height={height} />
        {places.map((place) => (
          <View
            key={place.id}
            className={`w-map-place ${sideOf(place)}`}
            style={{ left: `${place.left}%`, top: `${place.top}%` }}
          >
            <View className="w-map-name">{place.name}</View>
            <Pins rows={of(place)} id={place.id} onList={onList} />
          </View>
        ))}
      </View>
      {rest.length ? (
        <>
          <Words tone="strong">{w.noPoint}</Words>
          <AlarmRows rows={rest} />
        </>
      ) : null}
    </>
  );
}
