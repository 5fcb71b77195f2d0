import type { Kind } from '@wubian/shared/companion/kinds.ts';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import { toFirstWrong, toTop } from '../../platform/scroll.ts';
import { Card, MainAct, PlainButton, Row, Shown, Stack, Words } from '../../ui/index.ts';
import { stillWrong } from '../../words-by-field.ts';
import type { Task } from '../types.ts';
import { AfterAsk } from './after-ask.tsx';
import { type Ask, type AskDraft, checkAsk, windowAhead, wrongByRefusal } from './ask-draft.ts';
import { DetailFields } from './detail-fields.tsx';
import { KindGrid } from './kind-grid.tsx';
import { KindIcon } from './kind-icon.tsx';
import { sendAsk } from './send-ask.ts';
import { useAskDraft } from './use-ask-draft.ts';
import { useCatalogue, useOffers } from './use-asking.ts';
import { WhenChoice } from './when-choice.tsx';
import { askingWords as say } from './words.ts';

/** An old person asks for herself: which help, when, send. Everything else is folded away. */
export function ResidentAsk({ elderId, like }: { elderId: string; like?: Task | undefined }) {
  const catalogue = useCatalogue();
  const offerOf = useOffers();
  const [kept, setKept, done] = useAskDraft(like);
  const draft = { ...kept, window: windowAhead(kept, now()) };
  const [asked, setAsked] = useState<Ask>();
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [more, setMore] = useState(false);

  function setDraft(next: AskDraft) {
    setWrong(stillWrong(wrong, draft, next));
    setKept(next);
  }
  function pick(kind: Kind | undefined) {
    setDraft({ ...draft, elderId, kind, part: false });
    toTop();
  }
  async function send() {
    const checked = checkAsk({ ...draft, elderId });
    setWrong('wrong' in checked ? checked.wrong : {});
    if ('wrong' in checked) return toFirstWrong();
    try {
      await sendAsk(checked.input, offerOf(checked.input.kind).label);
    } catch (refused) {
      setWrong(wrongByRefusal(refused));
      toFirstWrong();
      throw refused;
    }
    done();
    setAsked(checked.input);
    toTop();
  }

  if (asked) {
    const again = () => [setDraft({ ...draft, id: newId() }), setAsked(undefined)];
    return <AfterAsk asked={asked} again={again} />;
  }
  if (!draft.kind) {
    return (
      <Shown query={catalogue}>
        {({ items }) =>
          items.length ? <KindGrid offered={items} titles={say} onPick={pick} /> : <Words>{say.noKinds}</Words>
        }
      </Shown>
    );
  }
  const offer = offerOf(draft.kind);
  return (
    <Stack>
      <Card tone="tint">
        <Row>
          <KindIcon kind={draft.kind} size={48} />
          <Words tone="lead">{offer.label}</Words>
        </Row>
        <Words>{offer.about}</Words>
        <PlainButton id="other-kind" onTap={() => pick(undefined)}>
          {say.other}
        </PlainButton>
      </Card>
      <WhenChoice value={draft.window} onChange={(window) => setDraft({ ...draft, window })} error={wrong.window} />
      {more ? (
        <DetailFields draft={draft} onChange={setDraft} wrong={wrong} openers={say.openerLabels} />
      ) : (
        <PlainButton id="more-details" icon="plus" onTap={() => setMore(true)}>
          {say.details}
        </PlainButton>
      )}
      {wrong.kind ? <Words tone="strong">{wrong.kind}</Words> : null}
      <MainAct id="send-ask" icon="heart" onTap={send}>
        {say.send}
      </MainAct>
    </Stack>
  );
}
