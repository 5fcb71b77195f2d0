import { GlassForm } from '../../../registry/privacy/glass-form.tsx';
import { glassWords as w } from '../../../registry/privacy/words.ts';
import { Page } from '../../../ui/index.ts';

/** Somebody outside one's own area is in danger. */
export default function WorkerGlass() {
  return (
    <Page title={w.title} dense>
      <GlassForm />
    </Page>
  );
}
