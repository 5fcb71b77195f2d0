import { api } from '../../api.ts';
import { askWords, Card, confirm, PlainButton, Row, say, Words } from '../../ui/index.ts';
import { lifeChanged, type UndoAsked } from './use-life.ts';
import { lifeWords as w } from './words.ts';

/** An undo that waits for a second person, with what this viewer may answer. `named`: says whose file it is. */
export function UndoCard({ undo, named }: { undo: UndoAsked; named?: boolean | undefined }) {
  const { elderId, moveId, elderName, communityName, label, backLabel, byName, why, can } = undo;

  async function undoIt() {
    if (!(await confirm({ title: w.undoYesTitle(label), words: w.undoReason(why), yes: w.undoYes }))) return;
    lifeChanged(await api.registry.answerUndo({ elderId, moveId, answer: 'confirm' }));
    say(w.undone);
  }
  const leaveIt = () =>
    askWords(w.undoNoTitle, {
      ...{ label: w.undoNoTitle, need: w.undoNoNeed, yes: w.undoNo, draft: `undo-no/${moveId}`, field: 'words' },
      maxLength: 100,
      async onSend(words) {
        lifeChanged(await api.registry.answerUndo({ elderId, moveId, answer: 'refuse', words }));
        say(w.notUndone);
      },
    });
  return (
    <Card tone="tint">
      <Words tone="strong">{named ? `${elderName} · ${communityName}` : w.undoWaits}</Words>
      <Words>{w.undoSaid(byName, label, backLabel)}</Words>
      <Words tone="soft">{w.undoReason(why)}</Words>
      {can.refuse && !can.confirm ? <Words tone="soft">{w.undoOther}</Words> : null}
      <Row>
        {can.confirm ? (
          <PlainButton id={`undo-yes-${elderId}`} icon="check" onTap={undoIt}>
            {w.undoYes}
          </PlainButton>
        ) : null}
        {can.refuse ? (
          <PlainButton id={`undo-no-${elderId}`} onTap={leaveIt}>
            {can.confirm ? w.undoNo : w.undoTakeBack}
          </PlainButton>
        ) : null}
      </Row>
    </Card>
  );
}
