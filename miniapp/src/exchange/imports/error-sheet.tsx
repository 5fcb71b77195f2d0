import { useState } from 'react';
import { api } from '../../api.ts';
import { useInFront } from '../../platform/lifecycle.ts';
import { newId } from '../../platform/new-id.ts';
import { PlainButton, Row, Words } from '../../ui/index.ts';
import { MadeFile } from '../exports/made-file.tsx';
import { useExport } from '../use-exports.ts';
import { importWords as w } from '../words.ts';

/** The clerk's own sheet with its faults marked: made on demand, then fetched. */
export function ErrorSheet({ batchId }: { batchId: string }) {
  const [exportId, setExportId] = useState<string>();
  const made = useExport(exportId, useInFront()).data;
  async function make() {
    const id = newId();
    await api.exchange.errorSheet({ batchId, id });
    setExportId(id);
  }
  if (made) return <MadeFile made={made} />;
  return (
    <Row>
      <PlainButton id="error-sheet" icon="list" onTap={make}>
        {w.errorSheet}
      </PlainButton>
      <Words tone="soft">{w.errorSheetHint}</Words>
    </Row>
  );
}
