import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { replace } from '../../platform/nav.ts';
import { Card, DangerButton, MainAct, PlainButton, Row, Words, whenWords } from '../../ui/index.ts';
import { type Batch, isRunning } from '../use-batches.ts';
import { titleOf, importWords as w } from '../words.ts';
import { applyRest, checkAgain, undo } from './acts.ts';
import { DropAct, ReadyActs } from './batch-acts.tsx';
import { ErrorSheet } from './error-sheet.tsx';
import { MappingForm } from './mapping-form.tsx';
import { RunningCard } from './running-card.tsx';
import { SheetChoice } from './sheet-choice.tsx';
import { StateRows } from './state-rows.tsx';
import { StateTag } from './state-tag.tsx';
import { VerdictRows } from './verdict-rows.tsx';

function Failed({ batch }: { batch: Batch }) {
  return (
    <Card tone="glow">
      <Words tone="strong">{w.failed}</Words>
      {batch.words ? <Words>{batch.words}</Words> : null}
      {batch.can.check ? (
        <MainAct id="check-again" onTap={() => checkAgain(batch)}>
          {w.again}
        </MainAct>
      ) : null}
      <PlainButton id="upload-again" onTap={() => replace('officeImports')}>
        {w.uploadAgain}
      </PlainButton>
    </Card>
  );
}

function Applied({ batch }: { batch: Batch }) {
  const { state, states, can, appliedAt, undoUntil } = batch;
  const until = undoUntil && (can.undo ? w.undoUntil(whenWords(undoUntil, now())) : w.undoOver);
  const undone = states?.kept ? w.undoneBut(states.kept) : w.undone;
  return (
    <Card tone={state === 'applied' ? 'tint' : undefined}>
      <Words tone="lead">{state === 'applied' ? w.applied : undone}</Words>
      <Words>
        {[appliedAt && w.appliedAt(whenWords(appliedAt, now())), state === 'applied' && until]
          .filter(Boolean)
          .join('，')}
      </Words>
      {can.errorSheet ? <ErrorSheet batchId={batch.id} /> : null}
      {can.apply ? (
        <PlainButton id="apply-rest" onTap={() => applyRest(batch)}>
          {w.applyRest}
        </PlainButton>
      ) : null}
      {state === 'undone' ? (
        <Row>
          <PlainButton id="upload-again" onTap={() => replace('officeImports')}>
            {w.onceMore}
          </PlainButton>
        </Row>
      ) : null}
      {can.undo ? (
        <DangerButton id="undo" onTap={() => undo(batch)}>
          {w.undo}
        </DangerButton>
      ) : null}
    </Card>
  );
}

/** One import, whatever it is at: columns, check, decision, result, undo. */
export function BatchView({ batch, fileId }: { batch: Batch; fileId: string | undefined }) {
  const { state, counts, states } = batch;
  const [isRemapping, setRemapping] = useState(false);
  const isMapping = state === 'mapping' || (isRemapping && batch.can.map);
  const isWritten = state === 'applied' || state === 'undone';
  return (
    <>
      <Row>
        <Words tone="lead">{titleOf(batch.fileName)}</Words>
        <StateTag state={state} label={batch.stateLabel} />
      </Row>
      <Words tone="soft">{w.from(batch.source, batch.byName, whenWords(batch.at, now()))}</Words>
      {isRunning(state) ? <RunningCard state={state} progress={batch.progress} /> : null}
      {isMapping ? <SheetChoice batch={batch} fileId={fileId} /> : null}
      {isMapping ? <MappingForm batch={batch} onDone={() => setRemapping(false)} /> : null}
      {state === 'failed' && !isMapping ? <Failed batch={batch} /> : null}
      {state === 'ready' && !isMapping ? <ReadyActs batch={batch} onRemap={() => setRemapping(true)} /> : null}
      {isWritten ? <Applied batch={batch} /> : null}
      {isWritten && states ? <StateRows batch={batch} states={states} /> : null}
      {counts && !isMapping && (state === 'ready' || isWritten) ? <VerdictRows batch={batch} counts={counts} /> : null}
      {isMapping || state === 'failed' ? <DropAct batch={batch} /> : null}
    </>
  );
}
