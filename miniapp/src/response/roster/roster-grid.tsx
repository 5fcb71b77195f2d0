import { View } from '@tarojs/components';
import { addDays, dayOf, timeOf } from '@wubian/shared/time.ts';
import { now } from '../../platform/clock.ts';
import { type Column, DataTable, dayWords, Section, Stack, StatusTag, Tap, Words } from '../../ui/index.ts';
import type { Hole, Post, RosterSheet, Span } from './use-duty.ts';
import { mineWords, rosterWords as w } from './words.ts';

/** The two times may stand on two lines where there is little room. */
const hours = ({ from, to }: { from: string; to: string }) =>
  `${timeOf(Date.parse(from))}–\u200b${timeOf(Date.parse(to))}`;

/** Spans that begin on the day; on the first day also those that go on. */
const on = <T extends { from: string }>(items: readonly T[], day: string, first: string): T[] =>
  items.filter(({ from }) => {
    const begins = dayOf(Date.parse(from));
    return begins === day || (day === first && begins < day);
  });

function Cell({ spans, holes }: { spans: readonly Span[]; holes: readonly Hole[] }) {
  return (
    <Stack tight>
      {spans.map((span) => (
        <View key={span.from + span.accountId}>
          <Words tone="soft">{hours(span)}</Words>
          <Words>{[span.name, mineWords.via[span.via]].filter(Boolean).join(' ')}</Words>
        </View>
      ))}
      {holes.slice(0, 2).map((hole) => (
        <StatusTag key={hole.from} tone="warn">
          {`${w.hole} ${hours(hole)}`}
        </StatusTag>
      ))}
    </Stack>
  );
}

interface GridProps {
  sheet: RosterSheet;
  placeOf: (communityId: string | null) => string;
  onPlan: (post: Post) => void;
}

/** Two weeks, one table each: posts below each other, days beside each other. */
export function RosterGrid({ sheet, placeOf, onPlan }: GridProps) {
  const first = sheet.days[0]?.day ?? '';
  const columns = (days: readonly string[]): Column<Post>[] => [
    {
      title: w.post,
      share: 1.2,
      cell: (post) => (
        <Stack tight>
          <Words tone="strong">{placeOf(post.communityId)}</Words>
          {post.canPlan ? (
            <Tap
              className="w-link"
              id={`plan-${post.id}`}
              onTap={() => onPlan(post)}
              aria={{ label: `${w.plan}：${post.name}` }}
            >
              {post.name}
            </Tap>
          ) : (
            <Words>{post.name}</Words>
          )}
        </Stack>
      ),
    },
    ...days.map(
      (day): Column<Post> => ({
        title: dayWords(day, now()),
        long: true,
        cell: (post) => (
          <Cell
            spans={on(
              sheet.spans.filter(({ postId }) => postId === post.id),
              day,
              first,
            )}
            holes={on(
              sheet.holes.filter(({ communityId }) => communityId === post.communityId),
              day,
              first,
            )}
          />
        ),
      }),
    ),
  ];
  return (
    <>
      {[0, 1].map((week) => {
        const days = Array.from({ length: 7 }, (_, n) => addDays(first, week * 7 + n));
        const named = sheet.days.filter(({ day, name }) => name && days.includes(day));
        return (
          <Section key={week} title={w.week(week)}>
            {named.length ? (
              <Words tone="soft">{named.map(({ day, name }) => `${dayWords(day, now())} ${name}`).join('，')}</Words>
            ) : null}
            <DataTable label={w.week(week)} columns={columns(days)} rows={sheet.posts} keyOf={({ id }) => id} />
          </Section>
        );
      })}
    </>
  );
}
