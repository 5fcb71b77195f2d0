import { isAway, type LifeStatus } from '@wubian/shared/registry/life.ts';
import { sayDay } from '@wubian/shared/time.ts';
import { go } from '../../platform/nav.ts';
import { ListRow, Rows, StatusTag, type Tone } from '../../ui/index.ts';
import type { Elder } from '../elders/use-elders.ts';
import { UndoCard } from './undo-card.tsx';
import { useLife } from './use-life.ts';
import { lifeWords as w } from './words.ts';

const tones: Record<LifeStatus, Tone> = {
  present: 'done',
  inHospital: 'wait',
  inInstitution: 'wait',
  movedOut: 'stop',
  dead: 'stop',
  merged: 'stop',
  erased: 'stop',
};

/** '从 5月6日 周三 起 · 预计 5月20日 周三 回家'. */
export function sayLife({ status, statusSince, statusUntil }: Pick<Elder, 'status' | 'statusSince' | 'statusUntil'>) {
  const back = isAway(status) ? (statusUntil ? w.until(sayDay(statusUntil)) : w.untilUnknown) : '';
  return [statusSince && w.since(sayDay(statusSince)), back].filter(Boolean).join(' · ');
}

/** On a file: how the person's life stands, what waits to be confirmed, and the way to change it. */
export function LifeStrip({ elder }: { elder: Elder }) {
  const { data } = useLife(elder.id);
  return (
    <>
      <Rows>
        <ListRow
          id="life"
          icon="clock"
          title={elder.moves.length && elder.can.edit ? w.open : w.record}
          notes={[sayLife(elder) || undefined]}
          tag={<StatusTag tone={tones[elder.status]}>{elder.statusLabel}</StatusTag>}
          onTap={() => go('workerElderLife', { id: elder.id })}
        />
      </Rows>
      {data?.undo ? <UndoCard undo={data.undo} /> : null}
    </>
  );
}
