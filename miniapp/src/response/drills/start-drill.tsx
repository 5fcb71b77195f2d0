import { useState } from 'react';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { queryClient } from '../../query.ts';
import { ElderPicker } from '../../registry/elders/elder-picker.tsx';
import { ElderRows } from '../../registry/elders/elder-rows.tsx';
import { anyElder, type ElderRow, useElders } from '../../registry/elders/use-elders.ts';
import { Card, confirm, MainAct, PlainButton, Section, Stack, say, TextInput, Words } from '../../ui/index.ts';
import { drillWords as w } from './words.ts';

/** What an elder's file is called that exists for drills only. */
const forDrills = '演练';

/** Whom it is played for, and the last question before telephones ring. */
export function StartDrill() {
  const [id, setId] = useState(newId);
  const [elder, setElder] = useState<ElderRow>();
  const [words, setWords] = useState('');
  const own = useElders({ ...anyElder, q: forDrills }).items ?? [];
  async function start() {
    if (!elder) return say(w.needElder, 'error');
    if (!(await confirm({ title: w.sure(elder.name), words: w.sureWords, yes: w.sureYes, danger: true }))) return;
    await api.response.startDrill({ id, elderId: elder.id, words: words.trim() });
    setId(newId());
    setWords('');
    say(w.started);
    await queryClient.invalidateQueries({ queryKey: ['response', 'drills'] });
  }
  return (
    <Section title={w.start}>
      <Card>
        <Stack>
          {elder ? (
            <Stack tight>
              <Words tone="strong">{w.chosen(elder.name, elder.communityName)}</Words>
              <PlainButton id="other-elder" onTap={() => setElder(undefined)}>
                {w.other}
              </PlainButton>
            </Stack>
          ) : (
            <Stack tight>
              <Words tone="strong">{w.choose}</Words>
              {own.length ? null : <Words tone="soft">{w.elderHint}</Words>}
              {own.length ? <ElderRows rows={own} onTap={setElder} /> : null}
              <ElderPicker onPick={setElder} />
            </Stack>
          )}
          <TextInput
            id="drill-words"
            label={w.words}
            hint={w.wordsHint}
            maxLength={100}
            optional
            value={words}
            onChange={setWords}
          />
          <MainAct id="start-drill" icon="bell" onTap={start}>
            {w.go}
          </MainAct>
        </Stack>
      </Card>
    </Section>
  );
}
