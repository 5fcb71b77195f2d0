import { useQuery } from '@tanstack/react-query';
import type { Ladder } from '@wubian/shared/response/ladder.ts';
import { api } from '../../api.ts';
import { useSettled } from '../../platform/use-settled.ts';
import { Card, Section, Shown, Stack, Words } from '../../ui/index.ts';
import { ladderWords as w } from './words.ts';

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
                    <Words>
                      {called
                        .map(({ label, names }) => `${label} ${names ? names.join('、') || w.nobody : w.byFile}`)
                        .join('；')}
                    </Words>
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
