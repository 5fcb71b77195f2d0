import type { registry as contract } from '@wubian/shared/registry/contract.ts';
import type { Connection } from 'mongoose';
import type { Handlers } from '../handler.ts';
import { type ElderPointers, pointersByField, pointersByList, pointersOnce } from '../store/elder-pointers.store.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { findTwins } from './find-twins.ts';
import { listMerges } from './list-merges.ts';
import { dismissTwins, listTwins, twinsOf } from './list-twins.ts';
import { createMergeStore, type MergeStore } from './merge.store.ts';
import { mergeElders } from './merge-elders.ts';
import { createMergeFiles, type MergeFiles } from './merge-files.store.ts';
import type { Room } from './room.ts';
import { followMerges } from './run-merge.ts';
import { showPair } from './show-pair.ts';
import { createTwinStore, type TwinStore } from './twin.store.ts';
import { readMerge, undoMerge } from './undo-merge.ts';

/** What the commands around duplicates work with, beside the room's own parts. */
export interface MergeRoom extends Room {
  twins: TwinStore;
  merges: MergeStore;
  mergeFiles: MergeFiles;
  /** Everything that points to an elder and follows her; the other rooms add theirs in the composition. */
  pointers: ElderPointers[];
}

type Of = Handlers<{ registry: typeof contract }>['registry'];
type Names =
  | 'listTwins'
  | 'twinsOf'
  | 'dismissTwins'
  | 'showPair'
  | 'mergeElders'
  | 'listMerges'
  | 'readMerge'
  | 'undoMerge';

export interface Merging {
  handlers: Pick<Of, Names>;
  twins: TwinStore;
  onMerge(pointers: ElderPointers): void;
  findTwins(): Promise<number>;
  followMerges(): Promise<number>;
}

/** Duplicates: finding, looking at both, making them one, and taking that back. */
export function createMerging(room: Room, db: Connection, cipher: FieldCipher): Merging {
  const parts: MergeRoom = {
    ...room,
    twins: createTwinStore(db, cipher),
    merges: createMergeStore(db, cipher),
    mergeFiles: createMergeFiles(db, cipher),
    pointers: [
      pointersOnce(db, 'grants', '家属授权', { closed: { state: 'ended', due: false } }),
      pointersByField(db, 'consents', '同意记录'),
      pointersByField(db, 'rights', '查询和删除申请'),
      pointersByList(db, 'glass', '紧急查看', 'elderIds'),
    ],
  };
  return {
    twins: parts.twins,
    onMerge: (pointers) => void parts.pointers.push(pointers),
    findTwins: findTwins(parts),
    followMerges: followMerges(parts),
    handlers: {
      listTwins: listTwins(parts),
      twinsOf: twinsOf(parts),
      dismissTwins: dismissTwins(parts),
      showPair: showPair(parts),
      mergeElders: mergeElders(parts),
      listMerges: listMerges(parts),
      readMerge: readMerge(parts),
      undoMerge: undoMerge(parts),
    },
  };
}
