import { View } from '@tarojs/components';
import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../../accounts/index.ts';
import { dueWords } from '../../../bedside/index.ts';
import { Queue } from '../../../companion/queue/queue.tsx';
import { queueWords as w } from '../../../companion/queue/words.ts';
import { NoticeBell } from '../../../notices/index.ts';
import { reachWords } from '../../../notices/reach-words.ts';
import { go } from '../../../platform/nav.ts';
import { useStaffGrants } from '../../../registry/grants/use-staff-grants.ts';
import { handoverWords as handing } from '../../../registry/handover/words.ts';
import { PendingUndos } from '../../../registry/life/pending-undos.tsx';
import { mergeWords as merging } from '../../../registry/merges/words.ts';
import { glassWords } from '../../../registry/privacy/words.ts';
import { qualityWords as quality } from '../../../registry/quality/words.ts';
import { DeskEntry } from '../../../response/desk/desk-entry.tsx';
import { MyRollCallStrip } from '../../../response/rollcall/my-strip.tsx';
import { rollCallWords } from '../../../response/rollcall/words.ts';
import { mineWords, rosterWords } from '../../../response/roster/words.ts';
import { OpenCalls } from '../../../response/sos/open-calls.tsx';
import { raiseWords } from '../../../response/sos/words.ts';
import { ResponseTiles } from '../../../response/statistics/response-tiles.tsx';
import { Page, PentagonSign, PlainButton, Tile, Tiles, Words } from '../../../ui/index.ts';

/** A worker's desk: who she is, what else she can do, and what waits. */
export default function WorkerHome() {
  const { data: me } = useMe();
  const waiting = useStaffGrants('asked').data?.items.length;
  const active = me?.active;
  const fromBoard = !!active && roleMay(active.role, 'office.board');
  return (
    <Page title={w.title} dense wide back={fromBoard ? undefined : false} side={<NoticeBell />}>
      <View className="w-greet">
        <PentagonSign size={52} label="" />
        <View className="w-greet-words">
          <Words tone="strong">{active?.communities.map(({ name }) => name).join('、') || active?.streetName}</Words>
          <Words tone="soft">{active ? `${active.label} ${me.name}` : ''}</Words>
        </View>
      </View>
      <OpenCalls />
      <MyRollCallStrip />
      <DeskEntry />
      {active && roleMay(active.role, 'sos.raise') ? (
        <PlainButton id="to-raise" icon="warn" onTap={() => go('workerRaise')}>
          {raiseWords.title}
        </PlainButton>
      ) : null}
      {active && roleMay(active.role, 'task.ask') ? (
        <PlainButton id="take-call" icon="phone" onTap={() => go('workerAsk')}>
          {w.takeCall}
        </PlainButton>
      ) : null}
      <PendingUndos />
      <Queue />
      <Tiles>
        <Tile id="to-elders" icon="book" title={w.elders} onTap={() => go('workerElders')} />
        <Tile
          id="to-grants"
          icon="check"
          title={w.grants}
          note={waiting === undefined ? undefined : w.grantsWaiting(waiting)}
          onTap={() => go('workerGrants')}
        />
        {active && roleMay(active.role, 'rollCall.run') ? (
          <Tile id="to-roll-calls" icon="list" title={rollCallWords.title} onTap={() => go('officeRollCalls')} />
        ) : null}
        {active && roleMay(active.role, 'roster.read') ? (
          <Tile id="to-duty" icon="clock" title={mineWords.title} onTap={() => go('workerDuty')} />
        ) : null}
        {active && roleMay(active.role, 'roster.plan') ? (
          <Tile id="to-roster" icon="list" title={rosterWords.title} onTap={() => go('officeRoster')} />
        ) : null}
        <ResponseTiles />
        <Tile id="to-due" icon="list" title={dueWords.title} onTap={() => go('workerDue')} />
        <Tile id="to-quality" icon="check" title={quality.title} onTap={() => go('officeQuality')} />
        {active && roleMay(active.role, 'elder.merge') ? (
          <Tile id="to-duplicates" icon="people" title={merging.title} onTap={() => go('officeDuplicates')} />
        ) : null}
        {active && roleMay(active.role, 'work.handOver') ? (
          <Tile id="to-handover" icon="go" title={handing.title} onTap={() => go('workerHandover')} />
        ) : null}
        {active && roleMay(active.role, 'elder.breakGlass') ? (
          <Tile id="to-glass" icon="warn" title={glassWords.title} onTap={() => go('workerGlass')} />
        ) : null}
        {active && roleMay(active.role, 'reach.read') ? (
          <Tile id="to-reach" icon="phone" title={reachWords.title} onTap={() => go('officeReach')} />
        ) : null}
        <Tile id="to-volunteers" icon="people" title={w.volunteers} onTap={() => go('workerVolunteers')} />
        <Tile id="to-me" icon="person" title={w.me} onTap={() => go('me')} />
      </Tiles>
    </Page>
  );
}
