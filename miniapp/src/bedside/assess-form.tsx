import { missingItems } from '@wubian/shared/bedside/ability.ts';
import { itemOf } from '@wubian/shared/bedside/ability-items.ts';
import { back } from '../platform/nav.ts';
import { Card, Columns, confirm, MainAct, PlainButton, Stack, say, Words } from '../ui/index.ts';
import { AboutSheet } from './about-sheet.tsx';
import { BlockItems } from './block-items.tsx';
import { Findings } from './findings.tsx';
import { tallyWords } from './tally-words.ts';
import { type Assess, useAssess } from './use-assess.ts';
import { assessWords as w } from './words.ts';

/** How far the sheet is, what is missing, and what it comes to. */
function Tally({ assess: { form, result } }: { assess: Assess }) {
  const missing = missingItems(form.scores);
  return (
    <Card tone={result ? 'tint' : undefined}>
      <Words tone="strong">{tallyWords(form.scores)}</Words>
      {result ? (
        result.words.map((line) => <Words key={line}>{line}</Words>)
      ) : (
        <Words>{w.missing(missing.map((code) => itemOf(code).name))}</Words>
      )}
    </Card>
  );
}

/** The whole sheet: 26 items, what weighs beside them, who assessed; what it comes to is shown before it is saved. */
export function AssessSheet({ elderId }: { elderId: string }) {
  const assess = useAssess(elderId);

  async function save() {
    if (!(await assess.save())) return;
    await back();
    say(w.saved);
  }
  async function drop() {
    if (await confirm({ title: w.dropTitle, yes: w.dropDraft, danger: true })) assess.dropDraft();
  }
  return (
    <>
      {assess.fromDraft ? (
        <Card tone="tint">
          <Words>{w.draftKept}</Words>
          <PlainButton id="drop-draft" onTap={drop}>
            {w.dropDraft}
          </PlainButton>
        </Card>
      ) : (
        <Words tone="soft">{w.lead}</Words>
      )}
      <Columns min={400}>
        <Stack>
          <BlockItems block="B1" assess={assess} />
          <BlockItems block="B2" assess={assess} />
        </Stack>
        <Stack>
          <BlockItems block="B3" assess={assess} />
          <BlockItems block="B4" assess={assess} />
        </Stack>
      </Columns>
      <Columns min={400}>
        <Findings assess={assess} />
        <AboutSheet assess={assess} />
      </Columns>
      <Tally assess={assess} />
      {Object.keys(assess.wrong).length ? <Words tone="strong">{w.wrong}</Words> : null}
      <MainAct id="save-sheet" onTap={save}>
        {w.look}
      </MainAct>
    </>
  );
}
