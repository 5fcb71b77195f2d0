import { QualityBoard } from '../../../registry/quality/quality-board.tsx';
import { qualityWords as w } from '../../../registry/quality/words.ts';
import { Page } from '../../../ui/index.ts';

/** How good the files are, community by community. */
export default function OfficeQuality() {
  return (
    <Page title={w.title} dense wide>
      <QualityBoard />
    </Page>
  );
}
