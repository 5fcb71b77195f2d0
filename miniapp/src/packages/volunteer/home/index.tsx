import { Fragment } from 'react';
import { OpenTaskCard } from '../../../companion/volunteer/open-task-card.tsx';
import { useOpenTasks } from '../../../companion/volunteer/use-open-tasks.ts';
import { useMyFile } from '../../../companion/volunteer/use-volunteering.ts';
import { VolunteerTiles } from '../../../companion/volunteer/volunteer-tiles.tsx';
import { volunteerWords as say } from '../../../companion/volunteer/words.ts';
import { NoticeBell } from '../../../notices/index.ts';
import { go } from '../../../platform/nav.ts';
import { MyRollCallStrip } from '../../../response/rollcall/my-strip.tsx';
import { OpenCalls } from '../../../response/sos/open-calls.tsx';
import { SideStrip } from '../../../sides/index.ts';
import { Card, Page, PagedList, PlainButton, Section, Words } from '../../../ui/index.ts';

// A visit is reported where there may be no network: on the web the pages for it are fetched before.
if (process.env.TARO_ENV === 'h5') {
  void import('../report/index.tsx');
  void import('../mine/index.tsx');
}

/** A volunteer's first page: who waits for help nearby, and the ways to her own things. */
export default function VolunteerHome() {
  const open = useOpenTasks();
  const file = useMyFile().data;
  return (
    <Page title={say.home} sos back={false} side={<NoticeBell />}>
      <OpenCalls />
      <MyRollCallStrip />
      <SideStrip here="companion" />
      <VolunteerTiles />
      {file && !file.hasStart ? (
        <Card tone="tint">
          <Words>{say.noStart}</Words>
          <PlainButton id="choose-start" icon="place" onTap={() => go('volunteerStart')}>
            {say.chooseStart}
          </PlainButton>
        </Card>
      ) : null}
      <Section title={say.waiting}>
        <PagedList list={open} empty={say.none} id="open">
          {(cards) => (
            <>
              {cards.map((card, index) => (
                <Fragment key={card.task.id}>
                  <OpenTaskCard card={card} first={index === 0} />
                </Fragment>
              ))}
            </>
          )}
        </PagedList>
        <PlainButton id="refresh" onTap={open.refetch}>
          {say.refresh}
        </PlainButton>
      </Section>
    </Page>
  );
}
