import type { Caller } from '../actor.ts';
import type { Logger } from '../log.ts';
import type { Bus } from '../store/bus.ts';
import type { Streets } from '../streets/index.ts';
import type { Live } from './door.ts';
import { createHub, type Ear } from './hub.ts';
import { topicsOf } from './topics.ts';

export type { Ear } from './hub.ts';

/** Lets an ear hear what concerns its person. Resolves when it hears every process; gives the way to leave. */
export type Join = (ear: Ear, caller: Caller) => { ready: Promise<void>; leave(): void };

export interface LiveRoom {
  door: Live;
  join: Join;
  /** Makes what the bus needs in the database. */
  ensure(): Promise<void>;
  /** Stops following the bus. For a stop of the process, after the sockets are closed. */
  stop(): Promise<void>;
}

/** Hints between processes and to the sockets of this one. A process without any socket does not follow the bus. */
export function createLive({
  bus,
  streets,
  log,
}: {
  bus: Bus;
  streets: Pick<Streets, 'street'>;
  log: Logger;
}): LiveRoom {
  const hub = createHub();
  const communityIdsOf = async (streetId: string) => (await streets.street(streetId)).communities.map(({ id }) => id);

  const hear = {
    heard: hub.tell,
    missed: () => hub.tellAll({ kind: 'missed' }),
    // Whoever believes to be connected does not poll, so nobody may be left with a process that hears nothing.
    deaf(err: unknown) {
      log.warn({ err, sockets: hub.size() }, 'the live bus does not answer; sockets are closed');
      hub.dropAll();
    },
  };
  let following: ReturnType<Bus['listen']> | undefined;
  let stopped: Promise<void> = Promise.resolve();
  const stop = () => {
    const last = following;
    following = undefined;
    if (last) stopped = Promise.all([stopped, last.stop()]).then(() => undefined);
    return stopped;
  };

  return {
    door: {
      publish(event) {
        hub.tell(event);
        bus.send(event).catch((err) => log.warn({ err, kind: event.kind }, 'a live hint reached this process only'));
      },
    },
    join(ear, caller) {
      let leaveHub: (() => void) | undefined;
      let isGone = false;
      const enter = async () => {
        const topics = await topicsOf(caller, communityIdsOf);
        if (isGone) return;
        leaveHub = hub.add(ear, topics);
        following ??= bus.listen(hear);
        await following.ready;
      };
      return {
        ready: enter(),
        leave() {
          isGone = true;
          leaveHub?.();
          if (hub.size() === 0) void stop();
        },
      };
    },
    ensure: bus.ensure,
    stop,
  };
}
