import { sayMinutes } from '@wubian/shared/time.ts';
import { go } from '../../platform/nav.ts';
import { Tile, Tiles } from '../../ui/index.ts';
import { useMyFile, useVisits } from './use-volunteering.ts';
import { volunteerWords as say } from './words.ts';

/** The volunteer's other pages, each with the one figure that matters there. */
export function VolunteerTiles() {
  const file = useMyFile().data;
  const visits = useVisits().data;
  return (
    <Tiles>
      <Tile
        id="to-mine"
        icon="heart"
        title={say.mine}
        note={visits && `${visits.items.length} 单`}
        onTap={() => go('volunteerMine')}
      />
      <Tile
        id="to-ledger"
        icon="clock"
        title={say.ledger}
        note={file && sayMinutes(file.minutesTotal)}
        onTap={() => go('volunteerLedger')}
      />
      <Tile
        id="to-start"
        icon="place"
        title={say.start}
        note={file && (file.startEstate?.name ?? say.startMissing)}
        onTap={() => go('volunteerStart')}
      />
      <Tile id="to-me" icon="person" title={say.me} onTap={() => go('me')} />
    </Tiles>
  );
}
