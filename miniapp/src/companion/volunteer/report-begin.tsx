import { now } from '../../platform/clock.ts';
import { Card, MainAct, Words } from '../../ui/index.ts';
import { sendStart } from './send-report.ts';
import { reportWords as say } from './words.ts';

/** The start: the time is the phone's at the tap, whether there is network or not. */
export function ReportBegin({ taskId, what }: { taskId: string; what: string }) {
  const begin = () => sendStart({ taskId, what }, new Date(now()).toISOString());
  return (
    <>
      <Card tone="tint">
        <Words>{say.beginHint}</Words>
      </Card>
      <MainAct id="start" icon="go" onTap={begin}>
        {say.begin}
      </MainAct>
    </>
  );
}
