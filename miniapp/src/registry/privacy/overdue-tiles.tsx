import { go } from '../../platform/nav.ts';
import { Tile } from '../../ui/index.ts';
import { useOverdue } from './use-privacy.ts';
import { glassWords, rightsWords } from './words.ts';

/** The ways to what the office has to answer for, with what waits for too long. */
export function OverdueTiles() {
  const { data } = useOverdue(true);
  return (
    <>
      <Tile
        id="to-glass"
        icon="warn"
        title={glassWords.review}
        note={data?.glass ? glassWords.overdueCount(data.glass) : undefined}
        onTap={() => go('officeGlass')}
      />
      <Tile
        id="to-rights"
        icon="book"
        title={rightsWords.title}
        note={data?.rights ? rightsWords.overdueCount(data.rights) : undefined}
        onTap={() => go('officeRights')}
      />
    </>
  );
}
