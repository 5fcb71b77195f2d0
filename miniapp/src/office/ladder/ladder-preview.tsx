import { useQuery } from '@tanstack/react-query';
import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import type { Ladder } from '@wubian/shared/response/ladder.ts';
import { api } from '../../api.ts';
import { useSettled } from '../../platform/use-settled.ts';
import { Card, Section, Shown, Stack, Words } from '../../ui/index.ts';
import { ladderWords as w } from './words.ts';

type Called = Output<WubianApi['response']['ladderPreview']>['communities'][number]['steps'][number]['called'];

/** Those who are known by name, then those whom each elder's file names. */
function sayCalled(called: Called): string {
  const named = called.flatMap(({ label, names }) => (names ? [`${label} ${names.join('、') || w.nobody}`] : []));
  const others = called.filter(({ names }) => names === null).map(({ label }) => label);
  return [...named, ...(others.length ? [w.byFile(others.join('、'))] : [])].join('；');
}

function Steps({ ladder }: { ladder: Ladder }) {
  const settled = useSettled(ladder);
  const query = useQuery({
    queryKey: ['response', 'ladderPreview', JSON.stringify(settled)],
    queryFn: () => api.response.ladderPreview({ ladder: settled }),
    placeholderData: (before) => before,
  });
  return (
    <Shown query={query}>
      {({ communities }) => (
        <Stack>
          {communities.map(({ communityId, name, steps }) => (
            <Card key={communityId}>
              <Stack tight>
                <Words tone="strong">{name}</Words>
                {steps.map(({ second, loop, called, empty }) => (
                  <Stack key={second} tight>
                    <Words tone="soft">{`${w.after(second)}${loop ? `，${w.loop}` : ''}`}</Words>
                    <Words>{sayCalled(called)}</Words>
                    {empty ? <Words tone="strong">{w.empty}</Words> : null}
                  </Stack>
                ))}
              </Stack>
            </Card>
          ))}
        </Stack>
      )}
    </Shown>
  );
}

/** Who would be called now under the ladder that is typed. */
export const LadderPreview = ({ ladder }: { ladder: Ladder | undefined }) => (
  <Section title={w.preview}>
    <Words tone="soft">{w.previewLead}</Words>
    {ladder ? <Steps ladder={ladder} /> : <Words>{w.previewWrong}</Words>}
  </Section>
);
