import { dayOf } from '@wubian/shared/time.ts';
import { fullDay } from '../../office/parameters/first-day.ts';
import { copy } from '../../platform/copy.ts';
import { Card, Columns, Empty, Facts, PlainButton, Section, Stack, say, Words } from '../../ui/index.ts';
import { reportText, type Statistics } from './report-text.ts';
import { StatisticsTable } from './statistics-table.tsx';
import { statisticsWords as w } from './words.ts';

function Text({ statistics }: { statistics: Statistics }) {
  const text = reportText(statistics);
  async function take() {
    const taken = await copy(text);
    say(taken ? w.copied : w.notCopied, taken ? undefined : 'error');
  }
  return (
    <Section title={w.text}>
      <Card>
        <Stack>
          {text.split('\n').map((line) => (
            <Words key={line}>{line}</Words>
          ))}
          <PlainButton id="copy-report" onTap={take}>
            {w.copy}
          </PlainButton>
        </Stack>
      </Card>
    </Section>
  );
}

/** A month of calls: the table, where they came from, words for a report, and what the figures mean. */
export function StatisticsView({ statistics }: { statistics: Statistics }) {
  const { total, settled, settledFrom } = statistics;
  return (
    <Stack>
      <Words tone="soft">{settled ? w.settled : w.notSettled(fullDay(dayOf(Date.parse(settledFrom))))}</Words>
      {total.calls || total.drills ? <StatisticsTable statistics={statistics} /> : <Empty words={w.none} />}
      {total.calls ? (
        <Columns min={400}>
          <Card>
            <Facts
              items={[
                [w.sources, w.counted(total.sources)],
                [w.takenBy, w.counted(total.takenBy)],
                [w.falseCauses, w.counted(total.falseCauses)],
                [w.handOvers, w.counted(total.handOvers)],
                [w.untaken, total.untaken ? w.times(total.untaken) : ''],
              ]}
            />
          </Card>
          <Text statistics={statistics} />
        </Columns>
      ) : null}
      <Section title={w.definitions}>
        <Stack tight>
          {w.notes.map((note, at) => (
            <Words key={note} tone="soft">{`${at + 1}. ${note}`}</Words>
          ))}
        </Stack>
      </Section>
    </Stack>
  );
}
