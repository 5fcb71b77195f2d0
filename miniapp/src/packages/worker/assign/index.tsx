import { TaskCard, useTask } from '../../../companion/index.ts';
import { AssignForm } from '../../../companion/queue/assign-form.tsx';
import { assignWords as w } from '../../../companion/queue/words.ts';
import { useParams } from '../../../platform/nav.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** Gives a task to a volunteer, or to another one. */
export default function WorkerAssign() {
  const { id } = useParams('workerAssign');
  const query = useTask(id);
  return (
    <Page title={w.title} dense>
      <Shown query={query}>
        {(task) => (
          <>
            <TaskCard task={task} />
            <AssignForm task={task} />
          </>
        )}
      </Shown>
    </Page>
  );
}
