import { type ExportColumnKey, usualExport } from '@wubian/shared/exchange/columns.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import type { DeskFilter, DeskSort } from '../../registry/desk/use-desk.ts';
import { Chips, confirm, errorOf, MainAct, Section, say, Words } from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { readExportsAnew } from '../use-exports.ts';
import { useUpload } from '../use-upload.ts';
import { exportWords as w } from '../words.ts';
import { ColumnChoice } from './column-choice.tsx';
import { inOrder } from './column-groups.ts';
import { FullChoice, type FullWish } from './full-choice.tsx';
import { TemplateChoice } from './template-choice.tsx';

const hows = [
  { value: 'own' as const, label: w.hows.own },
  { value: 'template' as const, label: w.hows.template },
];

/** What the sheet is to hold; then it is made in the background and stands in the list below. */
export function ExportForm({ filter, sort }: { filter: DeskFilter; sort: DeskSort }) {
  const [id, setId] = useState(newId);
  const [how, setHow] = useState<'own' | 'template'>('own');
  const [columns, setColumns] = useState<ReadonlySet<ExportColumnKey>>(new Set(usualExport));
  const [full, setFull] = useState<FullWish>({ how: 'masked', words: '' });
  const [refused, setRefused] = useState<unknown>();
  const [fullWrong, setFullWrong] = useState<string>();
  const upload = useUpload();
  const isFull = full.how === 'full';
  const fileId = upload.state.at === 'there' ? upload.state.fileId : undefined;
  const lacks = how === 'own' ? !columns.size && w.needColumn : !fileId && w.needTemplate;

  async function start() {
    setRefused(undefined);
    setFullWrong(undefined);
    if (isFull && !full.reason) return setFullWrong(w.needReason);
    if (isFull && !(await confirm({ title: w.fullSure, words: w.fullWords, yes: w.goFull }))) return;
    const what =
      how === 'own' ? { columns: inOrder(columns) } : { columns: [], ...(fileId && { templateFileId: fileId }) };
    const reveal = isFull && full.reason ? { reveal: { reason: full.reason, words: full.words } } : {};
    try {
      await api.exchange.startExport({ id, filter, sort, ...what, ...reveal });
    } catch (error) {
      const ofReason = errorOf(error, 'reveal.words');
      setFullWrong(ofReason);
      return setRefused(ofReason ? undefined : error);
    }
    setId(newId());
    say(w.started);
    await readExportsAnew();
  }
  return (
    <>
      <Section title={w.columns}>
        <Chips name="how" label={w.how} options={hows} value={how} onChange={setHow} />
        {how === 'own' ? (
          <ColumnChoice chosen={columns} full={isFull} onChange={setColumns} />
        ) : (
          <TemplateChoice upload={upload} />
        )}
      </Section>
      <FullChoice wish={full} error={fullWrong} onChange={setFull} />
      {lacks ? <Words tone="strong">{lacks}</Words> : null}
      {refused ? <Words tone="strong">{wordsOf(refused)}</Words> : null}
      <MainAct id="start-export" disabled={!!lacks} onTap={start}>
        {isFull ? w.goFull : w.go}
      </MainAct>
    </>
  );
}
