import { useMe } from '../../../accounts/index.ts';
import { CurrentTasks } from '../../../companion/asking/current-tasks.tsx';
import { ElderCards } from '../../../companion/asking/elder-cards.tsx';
import { PastTasks } from '../../../companion/asking/past-tasks.tsx';
import { useCatalogue } from '../../../companion/asking/use-asking.ts';
import { askingWords as say } from '../../../companion/asking/words.ts';
import { NoticeBell } from '../../../notices/index.ts';
import { go } from '../../../platform/nav.ts';
import { mayAskFor, useGrants, useMyElders } from '../../../registry/index.ts';
import { AboutMeCards } from '../../../response/rollcall/about-me.tsx';
import { dutyWords } from '../../../response/roster/words.ts';
import { OpenCalls } from '../../../response/sos/open-calls.tsx';
import { FiveSides } from '../../../sides/index.ts';
import { ListRow, MainAct, Page, Rows, Shown } from '../../../ui/index.ts';

// Asking works without network, so its page must be there before the network goes.
if (process.env.TARO_ENV === 'h5') void import('../ask/index.tsx');

/** The home of family: for whom I act, what is going on, and the way to ask. */
export default function FamilyHome() {
  const me = useMe().data;
  // Read here so that it lies on the phone before the network goes.
  useCatalogue();
  const elders = useMyElders(me?.active?.role);
  const waiting = useGrants().data?.items.filter((one) => one.state === 'asked').length ?? 0;
  const first = elders.data?.items[0];
  const mayAsk = elders.data?.items.some(mayAskFor);
  return (
    <Page title={say.elders} sos back={false} side={<NoticeBell />}>
      <OpenCalls />
      <AboutMeCards family />
      {mayAsk ? (
        <MainAct id="ask" icon="heart" onTap={() => go('familyAsk')}>
          {say.askFor}
        </MainAct>
      ) : null}
      <Shown query={elders}>{({ items }) => <ElderCards elders={items} waiting={waiting} />}</Shown>
      {first ? (
        <>
          <CurrentTasks elder />
          <PastTasks />
        </>
      ) : null}
      <FiveSides community={first && { name: first.communityName, phone: first.communityPhone }} />
      <Rows>
        <ListRow
          id="duty"
          icon="person"
          title={dutyWords.today}
          notes={[dutyWords.todayNote]}
          onTap={() => go('duty')}
        />
        <ListRow
          id="grants"
          icon="check"
          title={say.grants}
          notes={[waiting ? say.grantsWait(waiting) : say.grantsNote]}
          onTap={() => go('familyGrants')}
        />
        <ListRow id="me" icon="person" title={say.me} notes={[say.meNote]} onTap={() => go('me')} />
      </Rows>
    </Page>
  );
}
