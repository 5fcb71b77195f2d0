import { LadderForm } from '../../../office/ladder/ladder-form.tsx';
import { ladderWords as w } from '../../../office/ladder/words.ts';
import { useParameter } from '../../../office/parameters/use-parameters.ts';
import { Page, Shown, Words } from '../../../ui/index.ts';

/** Whom a call for help calls, step by step. */
export default function OfficeLadder() {
  const query = useParameter('ladder');
  return (
    <Page title={w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Shown query={query}>{({ day, parameter }) => <LadderForm parameter={parameter} today={day} />}</Shown>
    </Page>
  );
}
