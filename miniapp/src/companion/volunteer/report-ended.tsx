import { reviewAboveMinutes, serviceMinutes } from '@wubian/shared/companion/minutes.ts';
import { sayMinutes, timeOf } from '@wubian/shared/time.ts';
import { go } from '../../platform/nav.ts';
import { Card, PlainButton, Stack, say as tell, Words } from '../../ui/index.ts';
import type { Task } from '../types.ts';
import { askAnew } from '../use-task.ts';
import { mostPhotos, ReportPhotos, usePhotoDrafts } from './report-photos.tsx';
import { reportWords as say } from './words.ts';

interface EndedProps {
  taskId: string;
  what: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** The task as the server knows it; missing without network. */
  task: Task | undefined;
}

/** After the end: what it came to, what happens next, and room for photos that were forgotten. */
export function ReportEnded({ taskId, what, startedAt, finishedAt, task }: EndedProps) {
  const minutes = startedAt && finishedAt ? serviceMinutes(startedAt, finishedAt) : null;
  return (
    <>
      <Card tone="tint">
        <Words tone="lead">{say.ended}</Words>
        {minutes !== null && startedAt && finishedAt ? (
          <>
            <Words>{say.span(timeOf(Date.parse(startedAt)), timeOf(Date.parse(finishedAt)))}</Words>
            <Words tone="display">{sayMinutes(minutes)}</Words>
          </>
        ) : null}
        <Words>{minutes !== null && minutes > reviewAboveMinutes ? say.endedLong : say.endedNext}</Words>
      </Card>
      {task?.can.addPhoto ? <MorePhotos taskId={taskId} what={what} room={mostPhotos - task.photos.length} /> : null}
      <PlainButton id="to-task" onTap={() => go('task', { id: taskId })}>
        {say.detail}
      </PlainButton>
    </>
  );
}

function MorePhotos({ taskId, what, room }: { taskId: string; what: string; room: number }) {
  const drafts = usePhotoDrafts(taskId);
  const chosen = drafts.photos.filter(Boolean);
  async function send() {
    await drafts.send({ taskId, what });
    await askAnew();
    tell(say.photosSent);
  }
  return (
    <Stack>
      <ReportPhotos drafts={drafts} room={room} />
      {chosen.length ? (
        <PlainButton id="send-photos" onTap={send}>
          {say.sendPhotos}
        </PlainButton>
      ) : null}
    </Stack>
  );
}
