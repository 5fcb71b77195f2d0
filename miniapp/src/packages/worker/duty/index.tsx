import { MyLeave, MyPhone } from '../../../response/roster/my-leave.tsx';
import { NoteLog, NotesToRead, WriteNote } from '../../../response/roster/my-notes.tsx';
import { MyShifts, MySwaps } from '../../../response/roster/my-shifts.tsx';
import { useMyDuty } from '../../../response/roster/use-duty.ts';
import { mineWords as w } from '../../../response/roster/words.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** One's own duty: first what the one before left to know. */
export default function WorkerDuty() {
  return (
    <Page title={w.title} dense>
      <Shown query={useMyDuty()}>
        {(mine) => (
          <>
            <NotesToRead notes={mine.notes} />
            <MySwaps swaps={mine.swaps} />
            <MyShifts mine={mine} />
            <WriteNote posts={mine.posts} />
            <MyLeave leaves={mine.leaves} />
            <NoteLog notes={mine.notes} />
            <MyPhone shows={mine.showsPhone} />
          </>
        )}
      </Shown>
    </Page>
  );
}
