import { copy } from '../../platform/copy.ts';
import { Card, Facts, PlainButton, Section, Shown, Stack, say, Words } from '../../ui/index.ts';
import { useReport } from './use-roll-calls.ts';
import { rollCallWords as w } from './words.ts';

/** How it went, and the same as text to copy. */
export function ReportPart({ id }: { id: string }) {
  return (
    <Section title={w.reportTitle}>
      <Shown query={useReport(id, true)}>
        {({ text, silent, byTier }) => (
          <Stack>
            <Card>
              {text.split('\n').map((line) => (
                <Words key={line}>{line}</Words>
              ))}
            </Card>
            <Card>
              <Words tone="strong">{w.tiers}</Words>
              <Facts items={byTier.map(({ label, asked, answered }) => [label, w.answered(asked, answered)])} />
              {silent.length ? (
                <>
                  <Words tone="strong">{w.silent}</Words>
                  <Words>{silent.map(({ name }) => name).join('、')}</Words>
                </>
              ) : null}
            </Card>
            <PlainButton id="copy-report" onTap={async () => say((await copy(text)) ? w.copied : w.notCopied)}>
              {w.copy}
            </PlainButton>
          </Stack>
        )}
      </Shown>
    </Section>
  );
}
