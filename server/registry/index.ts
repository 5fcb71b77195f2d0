import type { registry as contract } from '@wubian/shared/registry/contract.ts';
import type { Connection } from 'mongoose';
import type { AccountsDoor } from '../accounts/door.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../handler.ts';
import type { Logger } from '../log.ts';
import type { NoticesDoor } from '../notices/door.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { Streets } from '../streets/index.ts';
import { addElder } from './add-elder.ts';
import { answerGrant } from './answer-grant.ts';
import { askGrant } from './ask-grant.ts';
import { assignElders } from './assign-elders.ts';
import { createByAbilityStore } from './by-ability.store.ts';
import { changeElder } from './change-elder.ts';
import type { RegistryDoor } from './door.ts';
import { createElderStore } from './elder.store.ts';
import { endGrant } from './end-grant.ts';
import { createGrantStore } from './grant.store.ts';
import { expireGrants, followGrants } from './grant-jobs.ts';
import { listAreas } from './list-areas.ts';
import { countElders, listElders } from './list-elders.ts';
import { listGrants } from './list-grants.ts';
import { listMyElders } from './list-my-elders.ts';
import { openDoor } from './open-door.ts';
import { readElder } from './read-elder.ts';
import { reveal } from './reveal.ts';
import type { Room } from './room.ts';
import { createSavedSearchStore } from './saved-search.store.ts';
import { dropSearch, listSearches, saveSearch } from './saved-searches.ts';
import { showHistory } from './show-history.ts';

export interface RegistryOptions {
  db: Connection;
  cipher: FieldCipher;
  streets: Streets;
  accounts: AccountsDoor;
  notices: NoticesDoor;
  clock: Clock;
  log: Logger;
}

export interface Registry {
  handlers: Handlers<{ registry: typeof contract }>['registry'];
  door: RegistryDoor;
  /** For the jobs: ends what has run out; answers how many. Once an hour is enough. */
  expireGrants(): Promise<number>;
  /** For the jobs: brings about what a crash left undone after a move of a grant; answers how many were seen to. */
  followGrants(): Promise<number>;
}

/** The room of 一人一档: the old people's files, and who may act for them. */
export function createRegistry({ db, cipher, clock, ...given }: RegistryOptions): Registry {
  const room: Room = {
    ...given,
    elders: createElderStore(db, cipher),
    byAbility: createByAbilityStore(db),
    grants: createGrantStore(db),
    searches: createSavedSearchStore(db, cipher),
    now: clock,
  };
  return {
    door: openDoor(room),
    expireGrants: expireGrants(room),
    followGrants: followGrants(room),
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
    },
  };
}
