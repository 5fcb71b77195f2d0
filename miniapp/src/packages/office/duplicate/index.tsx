import { useParams } from '../../../platform/nav.ts';
import { PairView } from '../../../registry/merges/pair-view.tsx';
import { usePair } from '../../../registry/merges/use-twins.ts';
import { mergeWords as w } from '../../../registry/merges/words.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** Two files side by side. */
export default function OfficeDuplicate() {
  const { leftId, rightId } = useParams('officeDuplicate');
  const query = usePair(leftId, rightId);
  return (
    <Page title={w.pair} dense wide>
      <Shown query={query}>
        {(pair) => (
          <PairView
            key={`${pair.left.version} ${pair.right.version}`}
            pair={pair}
            onStale={() => void query.refetch()}
          />
        )}
      </Shown>
    </Page>
  );
}
