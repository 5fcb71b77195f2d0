import { api } from '../../api.ts';
import { replace } from '../../platform/nav.ts';
import { newId } from '../../platform/new-id.ts';
import { Select, say, Words } from '../../ui/index.ts';
import { wordsOf } from '../../words.ts';
import { type Batch, keepBatch } from '../use-batches.ts';
import { importWords as w } from '../words.ts';

/** Which sheet of a workbook with several: another one begins the import anew with the same file. */
export function SheetChoice({ batch, fileId }: { batch: Batch; fileId: string | undefined }) {
  const { id: batchId, sheetNames, sheetName, source } = batch;
  if (sheetNames.length < 2) return null;
  if (!fileId) return <Words tone="soft">{`${w.sheet}：${sheetName}。${w.sheetLost}`}</Words>;

  async function take(sheet: string) {
    if (!fileId || sheet === sheetName) return;
    try {
      const other = await api.exchange.startBatch({ id: newId(), fileId, source, sheet });
      keepBatch(other);
      await api.exchange.dropBatch({ batchId });
      await replace('officeImport', { id: other.id, fileId });
    } catch (error) {
      say(wordsOf(error));
    }
  }
  return (
    <Select
      id="sheet"
      label={w.sheet}
      options={sheetNames.map((value) => ({ value, label: value }))}
      value={sheetName}
      onChange={(sheet) => void take(sheet)}
    />
  );
}
