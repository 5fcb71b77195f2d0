import { roles } from '@wubian/shared/roles.ts';
import { useMe } from '../../accounts/index.ts';
import { TaskView } from '../../companion/task-view.tsx';
import { useTask } from '../../companion/use-task.ts';
import { taskWords } from '../../companion/words.ts';
import { go, useParams } from '../../platform/nav.ts';
import { Page, PlainButton, Shown } from '../../ui/index.ts';

/** One request, for everyone whom it concerns; what is seen and what may be done depends on the active role. */
export default function TaskPage() {
  const { id } = useParams('task');
  const task = useTask(id);
  const role = useMe().data?.active?.role;
  const askAgain = (elderId: string) =>
    role === 'resident' ? go('residentAsk', { again: id }) : go('familyAsk', { elderId, again: id });
  return (
    <Page title={taskWords.title} sos={role === 'resident'} dense={role !== undefined && roles[role].staff}>
      <Shown query={task}>
        {(known) => (
          <>
            <TaskView task={known} role={role} askAgain={() => askAgain(known.elder.id)} />
            <PlainButton id="refresh" onTap={task.refetch}>
              {taskWords.refresh}
            </PlainButton>
          </>
        )}
      </Shown>
    </Page>
  );
}
