import type { registry as contract } from '@wubian/shared/registry/contract.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor, HeldRole } from '../accounts/door.ts';
import type { AuditDoor } from '../audit/door.ts';
import type { Charges } from '../charges.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../handler.ts';
import type { Logger } from '../log.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { ElderPointers } from '../store/elder-pointers.store.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Limits } from '../store/limits.store.ts';
import type { Streets } from '../streets/index.ts';
import { addElder } from './add-elder.ts';
import { answerGrant } from './answer-grant.ts';
import { askGrant } from './ask-grant.ts';
import { assignElders } from './assign-elders.ts';
import { createByAbilityStore } from './by-ability.store.ts';
import { changeElder } from './change-elder.ts';
import { createChosenStore } from './chosen.store.ts';
import type { BatchDoor, ChosenDoor, LifeFollower, RegistryDoor } from './door.ts';
import { createElderStore } from './elder.store.ts';
import { createElderBatchStore } from './elder-batch.store.ts';
import { endGrant } from './end-grant.ts';
import { createGrantStore } from './grant.store.ts';
import { expireGrants, followGrants } from './grant-jobs.ts';
import { createLifeStore } from './life.store.ts';
import { bringBack, followLives, renewKeys } from './life-jobs.ts';
import { createKeyRenewal } from './life-keys.store.ts';
import { listAreas } from './list-areas.ts';
import { countElders, listElders } from './list-elders.ts';
import { listGrants } from './list-grants.ts';
import { foreseeLife, listLife, pendingUndos } from './list-life.ts';
import { listMyElders } from './list-my-elders.ts';
import type { ExportsWith } from './list-views.ts';
import { createMerging } from './merging.ts';
import { changeReturn, moveLife } from './move-life.ts';
import { openBatchDoor } from './open-batch-door.ts';
import { openDoor } from './open-door.ts';
import { createPrivacy } from './privacy.ts';
import { readElder } from './read-elder.ts';
import { reveal } from './reveal.ts';
import type { Room } from './room.ts';
import { createSavedSearchStore } from './saved-search.store.ts';
import { dropSearch, listSearches, saveSearch } from './saved-searches.ts';
import { showHistory } from './show-history.ts';
import { createStewardship } from './stewardship.ts';
import { answerUndo, askUndo } from './undo-life.ts';

export { sealedInElders, sealedInRegistry } from './sealed.ts';

export interface RegistryOptions {
  db: Connection;
  cipher: FieldCipher;
  streets: Streets;
  accounts: AccountsDoor;
  notices: NoticesDoor;
  audit: AuditDoor;
  limits: Limits;
  clock: Clock;
  log: Logger;
}

export interface Registry {
  handlers: Handlers<{ registry: typeof contract }>['registry'];
  door: RegistryDoor & { batch: BatchDoor; chosen: ChosenDoor };
  /** For the jobs: ends what has run out; answers how many. Once an hour is enough. */
  expireGrants(): Promise<number>;
  /** For the jobs: brings about what a crash left undone after a move of a grant; answers how many were seen to. */
  followGrants(): Promise<number>;
  /** For the composition: a room that keeps something about an elder, and exports that contained her. */
  onPerson(keeper: PersonKeeper): void;
  onExports(exportsWith: ExportsWith): void;
  /** For the jobs: tells what a crash has kept of a use of break-glass; answers how many uses. */
  followGlass(): Promise<number>;
  /** For the composition: what else points to an elder and follows her when two files become one. */
  onMerge(pointers: ElderPointers): void;
  /** For the composition: what else nobody may leave behind. */
  onLeave(charges: Charges): void;
  /** How much of each kind would be without anybody if this role ended. */
  leftBehind(ending: HeldRole): Promise<Record<string, number>>;
  /** For the jobs: looks at files written since the last time for duplicates; answers how many were looked at. */
  findTwins(): Promise<number>;
  /** For the jobs: goes on with merges and handings over that broke off; answers how many. */
  followMerges(): Promise<number>;
  followHandovers(): Promise<number>;
  /** For the composition: a room that stops what it does for somebody who is not at home. */
  onLife(follower: LifeFollower): void;
  /** For the jobs: brings about what a crash left undone after a life move; answers how many were seen to. */
  followLives(): Promise<number>;
  /** For the jobs: brings those back whose day has come and reminds of tomorrow's; answers how many came back. */
  bringBack(): Promise<number>;
  /** Accounts with a good grant over an elder of these communities; of the whole street when none is named. */
  familiesIn(streetId: string, communityIds: readonly string[]): Promise<string[]>;
  /** For the jobs: renews the search keys that an 80th birthday has changed; answers how many. Daily is enough. */
  renewKeys(): Promise<number>;
}

/** The room of 一人一档: the old people's files, and who may act for them. */
export function createRegistry({ db, cipher, clock, audit, limits, ...given }: RegistryOptions): Registry {
  const room: Room = {
    ...given,
    elders: createElderStore(db, cipher),
    batch: createElderBatchStore(db, cipher),
    byAbility: createByAbilityStore(db),
    grants: createGrantStore(db),
    searches: createSavedSearchStore(db, cipher),
    life: createLifeStore(db, cipher),
    renewKeysOf: createKeyRenewal(db),
    lifeFollowers: [],
    audit,
    now: clock,
  };
  const merging = createMerging(room, db, cipher);
  const stewardship = createStewardship(room, db, cipher, merging.twins);
  const privacy = createPrivacy(room, db, cipher, { audit, limits });
  return {
    door: { ...openDoor(room), ...privacy.door, batch: openBatchDoor(room), chosen: createChosenStore(db, cipher) },
    onPerson: privacy.onPerson,
    onExports: privacy.onExports,
    followGlass: privacy.followGlass,
    expireGrants: expireGrants(room),
    followGrants: followGrants(room),
    familiesIn: (streetId, communityIds) => room.grants.askersIn(streetId, communityIds, dayOf(clock())),
    onMerge: merging.onMerge,
    findTwins: merging.findTwins,
    followMerges: merging.followMerges,
    onLeave: stewardship.onLeave,
    leftBehind: stewardship.leftBehind,
    followHandovers: stewardship.followHandovers,
    onLife: (follower) => void room.lifeFollowers.push(follower),
    followLives: followLives(room),
    bringBack: bringBack(room),
    renewKeys: renewKeys(room),
    handlers: {
      areas: listAreas(room),
      listElders: listElders(room),
      readElder: readElder(room),
      addElder: addElder(room),
      changeElder: changeElder(room),
      countElders: countElders(room),
      assignElders: assignElders(room),
      elderHistory: showHistory(room),
      reveal: reveal(room),
      saveSearch: saveSearch(room),
      listSearches: listSearches(room),
      dropSearch: dropSearch(room),
      myElders: listMyElders(room),
      askGrant: askGrant(room),
      listGrants: listGrants(room),
      answerGrant: answerGrant(room),
      endGrant: endGrant(room),
      moveLife: moveLife(room),
      foreseeLife: foreseeLife(room),
      changeReturn: changeReturn(room),
      askUndo: askUndo(room),
      answerUndo: answerUndo(room),
      listLife: listLife(room),
      pendingUndos: pendingUndos(room),
      ...merging.handlers,
      ...stewardship.handlers,
      ...privacy.handlers,
    },
  };
}
