import { useMe } from '../../../accounts/index.ts';
import { FamilyAsk } from '../../../companion/asking/family-ask.tsx';
import { Like } from '../../../companion/asking/like.tsx';
import { askingWords as say } from '../../../companion/asking/words.ts';
import { useParams } from '../../../platform/nav.ts';
import { mayAskFor, useMyElders } from '../../../registry/index.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** 替老人求助: the whole form. */
export default function FamilyAskPage() {
  const { elderId, again } = useParams('familyAsk');
  const elders = useMyElders(useMe().data?.active?.role);
  return (
    <Page title={say.askFor}>
      <Shown query={elders}>
        {({ items }) => (
          <Like again={again}>
            {(like) => <FamilyAsk elders={items.filter(mayAskFor)} wanted={elderId} like={like} />}
          </Like>
        )}
      </Shown>
    </Page>
  );
}
