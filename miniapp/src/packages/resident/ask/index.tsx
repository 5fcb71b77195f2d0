import { useMe } from '../../../accounts/index.ts';
import { Like } from '../../../companion/asking/like.tsx';
import { ResidentAsk } from '../../../companion/asking/resident-ask.tsx';
import { askingWords as say } from '../../../companion/asking/words.ts';
import { useParams } from '../../../platform/nav.ts';
import { useMyElders } from '../../../registry/index.ts';
import { Page, Shown, Words } from '../../../ui/index.ts';

/** 我要帮忙, for an old person herself. */
export default function ResidentAskPage() {
  const { again } = useParams('residentAsk');
  const active = useMe().data?.active;
  const elders = useMyElders(active?.role);
  return (
    <Page title={say.ask} sos>
      <Shown query={elders}>
        {({ items }) => {
          const elderId = items[0]?.id ?? active?.elderId;
          return elderId ? (
            <Like again={again}>{(like) => <ResidentAsk elderId={elderId} like={like} />}</Like>
          ) : (
            <Words>{say.unboundNote}</Words>
          );
        }}
      </Shown>
    </Page>
  );
}
