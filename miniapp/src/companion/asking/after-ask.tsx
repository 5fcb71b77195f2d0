import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { back } from '../../platform/nav.ts';
import { dismissParcel, useOutbox } from '../../platform/outbox.ts';
import {
  Card,
  confirm,
  DangerButton,
  Facts,
  MainAct,
  PlainButton,
  say as tell,
  Words,
  windowWords,
} from '../../ui/index.ts';
import { keepTask, useTask } from '../use-task.ts';
import type { Ask } from './ask-draft.ts';
import { useOffers } from './use-asking.ts';
import { askingWords as say } from './words.ts';

interface AfterAskProps {
  asked: Ask;
  again: () => void;
  /** What happens next, for who is not the one that will be told and asked. */
  next?: readonly string[] | undefined;
}

/** What happens next, in plain words, and the way to take it back. Without network it says so, until it was sent. */
export function AfterAsk({ asked, again, next }: AfterAskProps) {
  const offerOf = useOffers();
  const parcel = useOutbox().find((one) => one.input.id === asked.id);
  const { data: task } = useTask(parcel ? undefined : asked.id);
  const open = task?.status === 'open';
  const refused = parcel?.state === 'refused';

  async function undo() {
    if (!(await confirm({ title: say.undoTitle, yes: say.undoYes, danger: true }))) return;
    if (parcel) dismissParcel(parcel.id);
    else keepTask(await api.companion.cancel({ taskId: asked.id, reason: say.undoReason }));
    await back();
    tell(say.undone);
  }

  const lines = parcel ? [parcel.words ?? say.kept, say.keptUrgent] : (next ?? (open ? say.nextOpen : say.next));
  const title = refused ? say.refusedTitle : parcel ? say.keptTitle : open ? say.sentOpenTitle : say.sentTitle;
  return (
    <>
      <Card tone={parcel ? 'glow' : 'tint'}>
        <Words tone="lead">{title}</Words>
        <Facts
          items={[
            [say.reviewWhat, offerOf(asked.kind).label],
            [say.reviewWhen, windowWords(asked.window.from, asked.window.to, now())],
          ]}
        />
        {lines.map((line) => (
          <Words key={line}>{line}</Words>
        ))}
      </Card>
      <MainAct id="to-home" onTap={back}>
        {say.home}
      </MainAct>
      {refused ? (
        <PlainButton id="ask-again" onTap={() => [dismissParcel(parcel.id), again()]}>
          {say.again}
        </PlainButton>
      ) : (
        <DangerButton id="undo" onTap={undo}>
          {say.undo}
        </DangerButton>
      )}
    </>
  );
}
