import { systemClock } from '../../server/clock.ts';
import { openStore } from '../../server/store/connect.ts';

// A server that does nothing but write: opens the folder of its argument, then writes one line after another and
// reports each acknowledged one, until it is killed.
const store = await openStore({ dataDir: process.argv[2]!, clock: systemClock });
process.send!({ enginePid: store.engine!.pid() });
const lines = store.connection.collection<{ _id: number }>('lines');
for (let line = 1; ; line++) {
  await lines.insertOne({ _id: line });
  process.send!({ line });
}
