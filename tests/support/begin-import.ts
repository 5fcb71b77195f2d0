import type { WubianApi } from '@wubian/shared/api.ts';
import type { Client } from '@wubian/shared/client.ts';
import { partBytes } from '@wubian/shared/exchange/parts.ts';
import { aRandomId } from '../factories/elder-facts.ts';

/** Uploads a sheet and begins its import, as the screens do; answers the batch's id. */
export async function beginImport(
  { exchange }: Client<WubianApi>,
  { name, bytes, source }: { name: string; bytes: Buffer; source: string },
): Promise<string> {
  const [fileId, batchId] = [aRandomId(), aRandomId()];
  const { parts } = await exchange.startUpload({ id: fileId, name, size: bytes.length });
  for (let n = 0; n < parts; n++) {
    const base64 = bytes.subarray(n * partBytes, (n + 1) * partBytes).toString('base64');
    await exchange.putPart({ uploadId: fileId, n, base64 });
  }
  await exchange.finishUpload({ uploadId: fileId });
  await exchange.startBatch({ id: batchId, fileId, source });
  return batchId;
}
