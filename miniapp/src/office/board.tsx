import { View } from '@tarojs/components';
import { sayMinutes } from '@wubian/shared/time.ts';
import { go } from '../platform/nav.ts';
import { type Column, DataTable, Empty, Section, Tap, Words } from '../ui/index.ts';
import type { Community } from './use-office.ts';
import { officeWords as w } from './words.ts';

type CountField = { [K in keyof Community]: Community[K] extends number ? K : never }[keyof Community];

const count = (title: string, id: CountField): Column<Community> => ({
  title,
  id,
  number: true,
  cell: (one) => String(one[id]),
  sortBy: (one) => one[id],
});

const columns = (mayOpen: boolean): Column<Community>[] => [
  {
    title: w.community,
    id: 'name',
    share: 1.6,
    cell: ({ name, communityId }) =>
      mayOpen ? (
        <Tap className="w-link" id={`community-${communityId}`} onTap={() => go('officeTasks', { communityId })}>
          {name}
        </Tap>
      ) : (
        name
      ),
    sortBy: ({ name }) => name,
  },
  count(w.asked, 'asked'),
  count(w.open, 'open'),
  {
    title: w.longest,
    id: 'longest',
    number: true,
    long: true,
    share: 1.3,
    cell: ({ longestWaitHours: hours }) => (hours === null ? w.nobodyWaits : w.waitedHours(hours)),
    sortBy: ({ longestWaitHours }) => longestWaitHours,
  },
  {
    title: w.running,
    id: 'running',
    number: true,
    cell: ({ claimed, inService }) => String(claimed + inService),
    sortBy: ({ claimed, inService }) => claimed + inService,
  },
  count(w.done, 'done'),
  count(w.objected, 'objected'),
  { ...count(w.confirmed, 'confirmed30d'), share: 1.2 },
  { ...count(w.expired, 'expired30d'), share: 1.2 },
  {
    title: w.minutes,
    id: 'minutes',
    number: true,
    long: true,
    share: 1.6,
    cell: ({ minutes30d }) => sayMinutes(minutes30d),
    sortBy: ({ minutes30d }) => minutes30d,
  },
  count(w.elders, 'elders'),
  count(w.volunteers, 'volunteers'),
];

const byWait = (a: Community, b: Community): number => (b.longestWaitHours ?? -1) - (a.longestWaitHours ?? -1);

/** What waits in each community; who waits longest stands first. */
export function BoardTable({ communities, mayOpen }: { communities: Community[]; mayOpen: boolean }) {
  if (!communities.length) return <Empty words={w.empty} />;
  return (
    <Section title={w.table}>
      {mayOpen ? <Words tone="soft">{w.tableHint}</Words> : null}
      <DataTable
        label={w.table}
        columns={columns(mayOpen)}
        rows={[...communities].sort(byWait)}
        keyOf={({ communityId }) => communityId}
      />
    </Section>
  );
}

/** The street in six figures. */
export function BoardTotals({ communities }: { communities: Community[] }) {
  const sum = (of: (one: Community) => number): number => communities.reduce((all, one) => all + of(one), 0);
  const hours = communities.flatMap(({ longestWaitHours }) => longestWaitHours ?? []);
  const objected = sum((one) => one.objected);
  const figures = [
    [w.totals.waiting, String(sum(({ asked, open }) => asked + open)), false],
    [w.totals.longest, hours.length ? w.waitedHours(Math.max(...hours)) : w.nobodyWaits, false],
    [w.totals.running, String(sum(({ claimed, inService }) => claimed + inService)), false],
    [w.totals.done, String(sum(({ done }) => done)), false],
    [w.totals.objected, String(objected), objected > 0],
    [w.totals.confirmed, String(sum(({ confirmed30d }) => confirmed30d)), false],
  ] as const;
  return (
    <View className="w-figures">
      {figures.map(([title, value, warn]) => (
        <View className={`w-figure ${warn ? 'w-figure--warn' : ''}`} key={title}>
          <View className="w-item-note">{title}</View>
          <View className={/^\d+$/.test(value) ? 'w-figure-number' : 'w-figure-words'}>{value}</View>
        </View>
      ))}
    </View>
  );
}
