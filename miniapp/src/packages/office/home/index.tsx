import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../../accounts/index.ts';
import { NoticeBell } from '../../../notices/index.ts';
import { reachWords } from '../../../notices/reach-words.ts';
import { BoardTable, BoardTotals } from '../../../office/board.tsx';
import { useBoard } from '../../../office/use-office.ts';
import { officeWords as w } from '../../../office/words.ts';
import { now } from '../../../platform/clock.ts';
import { go } from '../../../platform/nav.ts';
import { handoverWords as handing } from '../../../registry/handover/words.ts';
import { mergeWords as merging } from '../../../registry/merges/words.ts';
import { OverdueTiles } from '../../../registry/privacy/overdue-tiles.tsx';
import { qualityWords as quality } from '../../../registry/quality/words.ts';
import { DeskEntry } from '../../../response/desk/desk-entry.tsx';
import { rollCallWords } from '../../../response/rollcall/words.ts';
import { rosterWords } from '../../../response/roster/words.ts';
import { ResponseTiles } from '../../../response/statistics/response-tiles.tsx';
import { Page, PlainButton, Section, Shown, Tile, Tiles, Words, whenWords } from '../../../ui/index.ts';

/** The whole street at a glance; a district viewer sees this page and nothing behind it. */
export default function OfficeHome() {
  const { data: me } = useMe();
  const query = useBoard();
  const mayOpen = !!me?.active && roleMay(me.active.role, 'office.parameters');
  const mayAudit = !!me?.active && roleMay(me.active.role, 'audit.read');
  const mayImport = !!me?.active && roleMay(me.active.role, 'elder.import');
  const mayExport = !!me?.active && roleMay(me.active.role, 'elder.export');
  return (
    <Page title={w.board} dense wide back={false} side={<NoticeBell />}>
      <DeskEntry />
      <Shown query={query}>
        {({ at, communities }) => (
          <>
            <Words tone="soft">
              {[me?.active?.streetName, w.at(whenWords(at, now()))].filter(Boolean).join(' · ')}
            </Words>
            <BoardTotals communities={communities} />
            <BoardTable communities={communities} mayOpen={mayOpen} />
          </>
        )}
      </Shown>
      {mayOpen ? (
        <Section title={w.links}>
          <Tiles>
            <Tile id="to-tasks" icon="list" title={w.tasks} onTap={() => go('officeTasks')} />
            <Tile id="to-queue" icon="check" title={w.queue} onTap={() => go('workerHome')} />
            <Tile id="to-roll-calls" icon="list" title={rollCallWords.title} onTap={() => go('officeRollCalls')} />
            <Tile id="to-roster" icon="clock" title={rosterWords.title} onTap={() => go('officeRoster')} />
            <ResponseTiles />
            <Tile id="to-pairs" icon="heart" title={w.pairs} onTap={() => go('officePairs')} />
            <Tile id="to-figures" icon="people" title={w.figures} onTap={() => go('officeFigures')} />
            <Tile id="to-rules" icon="clock" title={w.rules} onTap={() => go('officeRules')} />
            <Tile id="to-catalogue" icon="heart" title={w.catalogue} onTap={() => go('officeCatalogue')} />
            <Tile id="to-people" icon="people" title={w.people} onTap={() => go('officePeople')} />
            <Tile id="to-reach" icon="phone" title={reachWords.title} onTap={() => go('officeReach')} />
            {mayAudit ? <Tile id="to-audit" icon="list" title={w.audit} onTap={() => go('officeAudit')} /> : null}
            <Tile id="to-elders" icon="book" title={w.registry} onTap={() => go('workerElders')} />
            {mayImport ? (
              <Tile id="to-imports" icon="plus" title={w.imports} onTap={() => go('officeImports')} />
            ) : null}
            {mayExport ? <Tile id="to-export" icon="go" title={w.export} onTap={() => go('officeExport')} /> : null}
            <Tile id="to-quality" icon="check" title={quality.title} onTap={() => go('officeQuality')} />
            <Tile id="to-duplicates" icon="people" title={merging.title} onTap={() => go('officeDuplicates')} />
            <Tile id="to-handover" icon="go" title={handing.title} onTap={() => go('workerHandover')} />
            <OverdueTiles />
            <Tile id="to-volunteers" icon="go" title={w.volunteers} onTap={() => go('workerVolunteers')} />
            <Tile id="to-me" icon="person" title={w.me} onTap={() => go('me')} />
          </Tiles>
        </Section>
      ) : (
        <>
          <PlainButton id="to-figures" icon="people" onTap={() => go('officeFigures')}>
            {w.figures}
          </PlainButton>
          <PlainButton id="to-me" icon="person" onTap={() => go('me')}>
            {w.me}
          </PlainButton>
        </>
      )}
    </Page>
  );
}
