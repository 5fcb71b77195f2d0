import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import {
  Card,
  Empty,
  openSheet,
  PlainButton,
  Row,
  Section,
  Stack,
  StatusTag,
  say,
  Words,
  whenWords,
  windowWords,
} from '../../ui/index.ts';
import { act, type Mine, type Span, type Swap } from './use-duty.ts';
import { mineWords as w } from './words.ts';

/** Asks to whom a shift is offered, and offers it. */
async function give(span: Span, mates: Mine['mates']): Promise<void> {
  const { postId, from, to } = span;
  const known = mates.filter((one) => one.postId === postId);
  const only = await openSheet<string>(w.giveTitle(whenWords(from, now())), (close) => (
    <Stack>
      <PlainButton id="give-all" onTap={() => close('')}>
        {w.giveAll}
      </PlainButton>
      {known.map(({ accountId, name }) => (
        <PlainButton key={accountId} id={`give-${accountId}`} onTap={() => close(accountId)}>
          {name}
        </PlainButton>
      ))}
    </Stack>
  ));
  if (only === undefined) return;
  await act(api.response.offerDuty({ id: newId(), postId, from, to, only: only || null }));
  say(w.given);
}

function OneShift({ span, mine, isOffered }: { span: Span; mine: Mine; isOffered: boolean }) {
  const post = mine.posts.find(({ id }) => id === span.postId);
  const isOn = Date.parse(span.from) <= now();
  const via = w.via[span.via];
  return (
    <Card tone={isOn ? 'tint' : undefined}>
      <Row>
        <Words tone="strong">{windowWords(span.from, span.to, now())}</Words>
        {isOn ? <StatusTag tone="go">{w.nowTag}</StatusTag> : null}
        {via ? <StatusTag tone="wait">{via}</StatusTag> : null}
      </Row>
      <Words tone="soft">{[post?.name, span.shiftName].filter(Boolean).join(' ')}</Words>
      {isOn || isOffered ? null : (
        <PlainButton
          id={`give-${span.from.slice(0, 10)}`}
          label={`${w.give}：${windowWords(span.from, span.to, now())}`}
          onTap={() => give(span, mine.mates)}
        >
          {w.give}
        </PlainButton>
      )}
    </Card>
  );
}

const atFirst = 3;

/** One's own next shifts, each with the way to offer it. */
export function MyShifts({ mine }: { mine: Mine }) {
  const [all, setAll] = useState(false);
  const open = mine.swaps.filter(({ can }) => can.includes('withdraw'));
  const isOffered = (span: Span) => open.some((one) => one.postId === span.postId && one.from === span.from);
  return (
    <Section title={w.next}>
      {mine.spans.slice(0, all ? mine.spans.length : atFirst).map((span) => (
        <OneShift key={span.postId + span.from} span={span} mine={mine} isOffered={isOffered(span)} />
      ))}
      {mine.spans.length ? null : <Empty words={w.none} />}
      {all || mine.spans.length <= atFirst ? null : (
        <PlainButton id="more-shifts" onTap={() => setAll(true)}>
          {w.more(mine.spans.length - atFirst)}
        </PlainButton>
      )}
    </Section>
  );
}

function OneSwap({ swap }: { swap: Swap }) {
  const { id: swapId, by, only, takenBy, state, can } = swap;
  const isMine = can.includes('withdraw');
  const title = isMine ? w.mineOffered(only ? w.toOne(only.name) : w.toAll) : w.offeredBy(by.name);
  return (
    <Card tone={can.includes('take') ? 'glow' : undefined}>
      <Row>
        <Words tone="strong">{windowWords(swap.from, swap.to, now())}</Words>
        <StatusTag tone={state === 'open' ? 'wait' : state === 'taken' ? 'done' : 'stop'}>
          {w.swapStates[state]}
        </StatusTag>
      </Row>
      <Words>{`${swap.communityName}，${takenBy ? w.takenBy(takenBy.name) : title}`}</Words>
      {can.includes('take') ? (
        <PlainButton
          id={`take-${swapId}`}
          icon="check"
          onTap={async () => {
            await act(api.response.takeDuty({ swapId }));
            say(w.taken);
          }}
        >
          {w.take}
        </PlainButton>
      ) : null}
      {isMine ? (
        <PlainButton
          id={`withdraw-${swapId}`}
          onTap={async () => {
            await act(api.response.withdrawDuty({ swapId }));
            say(w.withdrawn);
          }}
        >
          {w.withdraw}
        </PlainButton>
      ) : null}
    </Card>
  );
}

/** What others offer, and what became of one's own offers. */
export function MySwaps({ swaps }: { swaps: readonly Swap[] }) {
  if (!swaps.length) return null;
  return (
    <Section title={w.offers}>
      {swaps.map((swap) => (
        <OneSwap key={swap.id} swap={swap} />
      ))}
    </Section>
  );
}
