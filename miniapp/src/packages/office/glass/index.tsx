import { GlassList } from '../../../registry/privacy/glass-list.tsx';
import { glassWords as w } from '../../../registry/privacy/words.ts';
import { Page } from '../../../ui/index.ts';

/** Uses of break-glass, to be reviewed. */
export default function OfficeGlass() {
  return (
    <Page title={w.review} dense wide>
      <GlassList />
    </Page>
  );
}
