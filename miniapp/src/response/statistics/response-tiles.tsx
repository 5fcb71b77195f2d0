import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../accounts/index.ts';
import { go } from '../../platform/nav.ts';
import { Tile } from '../../ui/index.ts';
import { drillWords } from '../drills/words.ts';
import { statisticsWords } from './words.ts';

/** Ways to drills and figures, for those who may. */
export function ResponseTiles() {
  const role = useMe().data?.active?.role;
  if (!role) return null;
  return (
    <>
      {roleMay(role, 'drill.run') ? (
        <Tile id="to-drills" icon="bell" title={drillWords.title} onTap={() => go('officeDrills')} />
      ) : null}
      {roleMay(role, 'sos.review') ? (
        <Tile id="to-response" icon="list" title={statisticsWords.title} onTap={() => go('officeResponse')} />
      ) : null}
    </>
  );
}
