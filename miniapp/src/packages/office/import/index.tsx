import { BatchView, useBatch, importWords as w } from '../../../exchange/index.ts';
import { useInFront } from '../../../platform/lifecycle.ts';
import { useParams } from '../../../platform/nav.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** One sheet on its way into the registry, at whatever step it is. */
export default function OfficeImport() {
  const { id = '', fileId } = useParams('officeImport');
  const query = useBatch(id, useInFront());
  return (
    <Page title={w.batchTitle} dense wide>
      <Shown query={query}>{(batch) => <BatchView key={batch.id} batch={batch} fileId={fileId} />}</Shown>
    </Page>
  );
}
