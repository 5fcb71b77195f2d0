import { useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { useDraft } from '../../platform/drafts.ts';
import { fileSink } from '../../platform/file-save.ts';
import { go } from '../../platform/nav.ts';
import { newId } from '../../platform/new-id.ts';
import { Card, Chips, errorOf, Loading, MainAct, PlainButton, Row, Stack, TextInput, Words } from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { UploadSteps } from '../upload-steps.tsx';
import { keepBatch } from '../use-batches.ts';
import { useUpload } from '../use-upload.ts';
import { importWords as w } from '../words.ts';

async function fetchTemplate() {
  const { name, mime, base64 } = await api.exchange.importTemplate();
  const sink = fileSink(name, mime);
  await sink.add(base64);
  await sink.done();
}

/** The way in: where the sheet comes from, then the file, then its columns. `sources` are those used before. */
export function StartImport({ sources }: { sources: readonly string[] }) {
  const [source, setSource] = useDraft('import/source', '');
  const [wrong, setWrong] = useState<string>();
  const [refused, setRefused] = useState<unknown>();
  const upload = useUpload();
  const { state, choose, stop } = upload;
  const fileId = state.at === 'there' ? state.fileId : undefined;

  async function begin(file: string) {
    setRefused(undefined);
    try {
      const batch = await api.exchange.startBatch({ id: newId(), fileId: file, source: source.trim() });
      keepBatch(batch);
      stop();
      await go('officeImport', { id: batch.id, fileId: file });
    } catch (error) {
      setRefused(error);
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once for each file that is there
  useEffect(() => {
    if (fileId) void begin(fileId);
  }, [fileId]);

  function pick() {
    if (!source.trim()) return setWrong(w.sourceNeed);
    setWrong(undefined);
    setRefused(undefined);
    // Not waited for: old browsers never say that the choice was broken off.
    void choose();
  }
  const isBusy = state.at === 'sending' || state.at === 'broken' || (fileId !== undefined && !refused);
  return (
    <Card>
      <TextInput
        id="source"
        label={w.source}
        hint={w.sourceHint}
        error={wrong ?? errorOf(refused, 'source')}
        maxLength={30}
        value={source}
        onChange={setSource}
      />
      {sources.length ? (
        <Chips
          name="source"
          label={w.source}
          options={sources.map((value) => ({ value, label: value }))}
          value={source}
          onChange={setSource}
        />
      ) : null}
      <UploadSteps upload={upload} />
      {fileId && !refused ? <Loading words={w.opening} /> : null}
      {refused ? <Words tone="strong">{`${w.refused}。${wordsOf(refused)}`}</Words> : null}
      {isBusy ? null : (
        <Stack>
          <MainAct id="choose-sheet" icon="plus" onTap={pick}>
            {w.choose}
          </MainAct>
          <Words tone="soft">{w.chooseHint}</Words>
        </Stack>
      )}
      <Row>
        <PlainButton id="template" onTap={fetchTemplate}>
          {w.template}
        </PlainButton>
        <Words tone="soft">{w.templateHint}</Words>
      </Row>
    </Card>
  );
}
