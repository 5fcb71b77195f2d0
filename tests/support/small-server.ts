import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../server/config.ts';
import { type CreateApp, runServer } from '../../server/start.ts';

// A real server process with the smallest app: /slow answers late, everything else counts a visit in the database.
const createApp: CreateApp = async ({ store }) => ({
  listener: async (request, response) => {
    if (request.url === '/slow') {
      process.send?.({ slow: true });
      await wait(300);
    }
    await store.connection.collection('visits').insertOne({ url: request.url });
    response.end('ok');
  },
  jobs: [],
  welcome: ['演示身份：无'],
});

await runServer(() => readConfig(process.env), createApp);
