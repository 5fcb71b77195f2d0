import { sayMinutes } from '@wubian/shared/time.ts';
import { now } from '../platform/clock.ts';
import { Card, Facts, Picture, Row, Section, StatusTag, Words, whenWords } from '../ui/index.ts';
import type { Task } from './types.ts';
import { usePhoto } from './use-task.ts';
import { taskWords } from './words.ts';

/** What was done, noticed and worried about, with photos. Nothing before the service began. */
export function TaskService({ task }: { task: Task }) {
  const { startedAt, finishedAt, minutes, did, noticed, photos } = task;
  if (!startedAt) return null;
  return (
    <Section title={taskWords.service}>
      <Card>
        <Facts
          items={[
            [taskWords.startedAt, whenWords(startedAt, now())],
            [taskWords.finishedAt, finishedAt && whenWords(finishedAt, now())],
            [taskWords.minutes, minutes === null ? null : sayMinutes(minutes)],
            [taskWords.did, did],
            [taskWords.noticed, noticed],
          ]}
        />
        {photos.length ? (
          <Row>
            {photos.map(({ id }, index) => (
              <ServicePhoto key={id} taskId={task.id} photoId={id} label={taskWords.photo(index + 1)} />
            ))}
          </Row>
        ) : null}
      </Card>
      <Concern concern={task.concern} />
    </Section>
  );
}

function ServicePhoto({ taskId, photoId, label }: { taskId: string; photoId: string; label: string }) {
  const { data } = usePhoto(taskId, photoId);
  return data ? <Picture src={data} label={label} width={140} height={140} /> : <Words>{taskWords.photoLoading}</Words>;
}

/** A worry and what the community said to it: the one thing here that must not be overlooked. */
function Concern({ concern }: { concern: Task['concern'] }) {
  if (!concern) return null;
  const { words, heededAt, heededWords } = concern;
  return (
    <Card tone="glow">
      <Row>
        <StatusTag tone="warn">{taskWords.concern}</StatusTag>
      </Row>
      <Words tone="strong">{words}</Words>
      <Words tone="soft">
        {heededAt ? `${taskWords.heeded} ${whenWords(heededAt, now())}：${heededWords}` : taskWords.notHeeded}
      </Words>
    </Card>
  );
}
