import { View } from '@tarojs/components';
import { now } from '../../platform/clock.ts';
import { aria, Icon, StatusTag, Tap, windowWords } from '../../ui/index.ts';
import { kindWords, statusTones } from '../task-words.ts';
import type { TaskRow } from '../types.ts';
import { OpenedTask } from './opened-task.tsx';
import { waitedWords } from './waited.ts';
import { queueWords as w } from './words.ts';

/** Statuses in which somebody waits for the community or for a volunteer. */
const waits: readonly string[] = ['asked', 'open', 'objected'];

interface QueueRowProps {
  row: TaskRow;
  open: boolean;
  onTap: () => void;
  /** Staff with several communities read whose it is. */
  sayCommunity: boolean;
}

/** One request in the queue; a tap unfolds what is needed to decide, with the common acts. */
export function QueueRow({ row, open, onTap, sayCommunity }: QueueRowProps) {
  const { id, elderName, estateName, communityName, windowFrom, windowTo, status, statusLabel } = row;
  const waited = waits.includes(status) ? waitedWords(row.since, now()) : '';
  return (
    <View className="w-fold">
      <Tap className="w-item" id={`queue-${id}`} onTap={onTap} aria={{ expanded: open }}>
        <View className="w-item-body">
          <View className="w-item-head">
            <View className="w-item-title">{`${kindWords(row)} · ${elderName}`}</View>
            <StatusTag tone={statusTones[status]}>{statusLabel}</StatusTag>
            {row.concern ? <StatusTag tone="warn">{w.piles.concern}</StatusTag> : null}
          </View>
          <View className="w-item-note">{windowWords(windowFrom, windowTo, now())}</View>
          <View className="w-item-note">
            {[sayCommunity && communityName, estateName, w.askedBy(row.askerName), waited].filter(Boolean).join(' · ')}
          </View>
          {row.volunteerName ? <View className="w-item-note">{w.volunteer(row.volunteerName)}</View> : null}
        </View>
        <View className={`w-fold-sign ${open ? 'w-fold-sign--open' : ''}`} {...aria({ hidden: true })}>
          <Icon name="forward" colour="edge" />
        </View>
      </Tap>
      {open ? <OpenedTask taskId={id} /> : null}
    </View>
  );
}
