import { Card, Section, Stack, Words } from '../../ui/index.ts';
import type { Replay } from './use-drills.ts';
import { drillWords as w } from './words.ts';

type Step = Replay['was'][number];

/** Who was, or would have been, called when. */
export const ReplaySteps = ({
  title,
  steps,
  note,
}: {
  title: string;
  steps: readonly Step[];
  note?: string | undefined;
}) => (
  <Section title={title}>
    <Card>
      <Stack>
        {note ? <Words tone="soft">{note}</Words> : null}
        {steps.map(({ second, step, people }) => (
          <Stack key={`${second} ${step}`} tight>
            <Words tone="strong">{`${w.after(second)} · ${step}`}</Words>
            <Words>{people.join('、') || w.nobodyCalled}</Words>
          </Stack>
        ))}
      </Stack>
    </Card>
  </Section>
);

const plain = (steps: readonly Step[]): string =>
  JSON.stringify(steps.map(({ second, step, people }) => [second, step, [...people].sort()]));

/** Whether nothing would have been different. */
export const isSame = ({ was, would }: Pick<Replay, 'was' | 'would'>): boolean => plain(was) === plain(would);
