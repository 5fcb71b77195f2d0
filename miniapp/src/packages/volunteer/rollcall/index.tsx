import { useMe } from '../../../accounts/index.ts';
import { NoticeBell } from '../../../notices/index.ts';
import { go } from '../../../platform/nav.ts';
import { MyRollCallList } from '../../../response/rollcall/my-list.tsx';
import { myRollWords as w } from '../../../response/rollcall/words.ts';
import { OpenCalls } from '../../../response/sos/open-calls.tsx';
import { Page, PlainButton } from '../../../ui/index.ts';

/** The old people whom a neighbour or volunteer is asked to look after; for a neighbour it is her first page. */
export default function VolunteerRollCall() {
  const isHome = useMe().data?.active?.role === 'neighbour';
  return (
    <Page title={isHome ? w.home : w.title} sos back={isHome ? false : undefined} side={<NoticeBell />}>
      {isHome ? <OpenCalls /> : null}
      <MyRollCallList />
      {isHome ? (
        <PlainButton id="to-me" icon="person" onTap={() => go('me')}>
          {w.me}
        </PlainButton>
      ) : null}
    </Page>
  );
}
