import { TwinsList } from '../../../registry/merges/twins-list.tsx';
import { mergeWords as w } from '../../../registry/merges/words.ts';
import { Page } from '../../../ui/index.ts';

/** Files that may be one person's. */
export default function OfficeDuplicates() {
  return (
    <Page title={w.title} dense wide>
      <TwinsList />
    </Page>
  );
}
