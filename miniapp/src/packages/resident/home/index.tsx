import { useMe } from '../../../accounts/index.ts';
import { CurrentTasks } from '../../../companion/asking/current-tasks.tsx';
import { Greeting } from '../../../companion/asking/greeting.tsx';
import { PastTasks } from '../../../companion/asking/past-tasks.tsx';
import { useCatalogue } from '../../../companion/asking/use-asking.ts';
import { askingWords as say } from '../../../companion/asking/words.ts';
import { NoticeBell } from '../../../notices/index.ts';
import { go } from '../../../platform/nav.ts';
import { call } from '../../../platform/phone-call.ts';
import { mayAskFor, QuietElder, registryWords, useMyElders } from '../../../registry/index.ts';
import { privacyWords } from '../../../registry/privacy/words.ts';
import { AboutMeCards } from '../../../response/rollcall/about-me.tsx';
import { dutyWords } from '../../../response/roster/words.ts';
import { OpenCalls } from '../../../response/sos/open-calls.tsx';
import { FiveSides } from '../../../sides/index.ts';
import { Card, ListRow, MainAct, Page, PlainButton, Rows, Words } from '../../../ui/index.ts';
import { words } from '../../../words.ts';

// Asking works without network, so its page must be there before the network goes.
if (process.env.TARO_ENV === 'h5') void import('../ask/index.tsx');

/** The home of an old person: one big way to ask, and what is going on for her. */
export default function ResidentHome() {
  const me = useMe().data;
  // Read here so that it lies on the phone before the network goes.
  useCatalogue();
  const elders = useMyElders(me?.active?.role);
  const self = elders.data?.items[0];
  const community = self && { name: self.communityName, phone: self.communityPhone };
  return (
    <Page title={words.brand} sos back={false} side={<NoticeBell />}>
      <OpenCalls />
      <AboutMeCards />
      <Greeting name={self?.name ?? me?.name ?? ''} />
      {elders.data && !self ? (
        <Card tone="glow">
          <Words>{say.unbound}</Words>
          <Words tone="soft">{say.unboundNote}</Words>
        </Card>
      ) : self && !mayAskFor(self) ? (
        <QuietElder elder={self} />
      ) : (
        <MainAct id="ask" icon="heart" onTap={() => go('residentAsk')}>
          {say.wantHelp}
        </MainAct>
      )}
      <CurrentTasks />
      <PastTasks />
      <FiveSides community={community} />
      {self?.worker ? (
        <PlainButton id="call-worker" icon="phone" onTap={() => call(self.worker?.phone ?? '')}>
          {registryWords.worker(self.worker.name)}
        </PlainButton>
      ) : null}
      <Rows>
        <ListRow
          id="duty"
          icon="person"
          title={dutyWords.today}
          notes={[dutyWords.todayNote]}
          onTap={() => go('duty')}
        />
        <ListRow
          id="acts"
          icon="heart"
          title={say.actsForMe}
          notes={[say.actsForMeNote]}
          onTap={() => go('residentActs')}
        />
        <ListRow
          id="privacy"
          icon="book"
          title={privacyWords.mine}
          notes={[privacyWords.mineNote]}
          onTap={() => go('residentPrivacy')}
        />
        <ListRow id="me" icon="person" title={say.me} notes={[say.meNote]} onTap={() => go('me')} />
      </Rows>
    </Page>
  );
}
