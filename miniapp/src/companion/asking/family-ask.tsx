import { doorOpenerLabels } from '@wubian/shared/companion/door-openers.ts';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import { toFirstWrong, toTop } from '../../platform/scroll.ts';
import type { MyElder } from '../../registry/index.ts';
import { ChoiceGrid, DateTimeChoice, Empty, MainAct, Select, Shown, Stack } from '../../ui/index.ts';
import { stillWrong } from '../../words-by-field.ts';
import type { Task } from '../types.ts';
import { AfterAsk } from './after-ask.tsx';
import { type Ask, type AskDraft, checkAsk, windowAhead, wrongByRefusal } from './ask-draft.ts';
import { DetailFields } from './detail-fields.tsx';
import { sendAsk } from './send-ask.ts';
import { useAskDraft } from './use-ask-draft.ts';
import { useCatalogue, useOffers } from './use-asking.ts';
import { askingWords as say } from './words.ts';

interface FamilyAskProps {
  /** The elders I may ask for. */
  elders: readonly Pick<MyElder, 'id' | 'name' | 'addressLine'>[];
  /** The one whose card was tapped. */
  wanted: string | undefined;
  /** A request to repeat. */
  like?: Task | undefined;
  /** What is said to happen next, where it is not the family that asks. */
  next?: readonly string[] | undefined;
}

/** The whole request on one page: for whom, what, when, what to bring, the door. */
export function FamilyAsk({ elders, wanted, like, next }: FamilyAskProps) {
  const catalogue = useCatalogue();
  const offerOf = useOffers();
  const [kept, setKept, done] = useAskDraft(like);
  const [asked, setAsked] = useState<Ask>();
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const known = (id: string | undefined) => elders.find((one) => one.id === id)?.id;
  const elderId = known(kept.elderId) ?? known(wanted) ?? (elders.length === 1 ? elders[0]?.id : undefined);
  const draft: AskDraft = { ...kept, elderId, window: windowAhead(kept, now()) };
  const set = (part: Partial<AskDraft>) => {
    const next = { ...draft, ...part };
    setWrong(stillWrong(wrong, draft, next));
    setKept(next);
  };

  async function send() {
    const checked = checkAsk(draft);
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

  if (asked) return <AfterAsk asked={asked} next={next} again={() => [set({ id: newId() }), setAsked(undefined)]} />;
  if (!elders.length) return <Empty words={say.noElders} />;
  return (
    <Stack>
      {elders.length > 1 ? (
        <ChoiceGrid
          name="elder"
          label={say.elder}
          columns={1}
          options={elders.map(({ id, name, addressLine }) => ({ value: id, label: name, note: addressLine }))}
          value={elderId}
          onChange={(id) => set({ elderId: id })}
          error={wrong.elderId}
        />
      ) : null}
      <Shown query={catalogue}>
        {({ items }) => (
          <Select
            id="kind"
            label={say.what}
            hint={draft.kind && offerOf(draft.kind).about}
            options={items.map(({ kind, label, about }) => ({ value: kind, label: `${label}（${about}）` }))}
            value={draft.kind}
            onChange={(kind) => set({ kind, part: false })}
            error={wrong.kind}
          />
        )}
      </Shown>
      <DateTimeChoice
        label={say.when}
        value={draft.window && { start: draft.window.from, end: draft.window.to }}
        onChange={(at) => set({ window: at && { from: at.start, to: at.end } })}
        error={wrong.window}
      />
      <DetailFields draft={draft} onChange={set} wrong={wrong} openers={doorOpenerLabels} />
      <MainAct id="send-ask" icon="heart" onTap={send}>
        {say.send}
      </MainAct>
    </Stack>
  );
}
