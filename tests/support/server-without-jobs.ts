import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { runServer } from '../../server/start.ts';

// The real program with its real rooms, whose workers never come to run: every move stays without its effects.
await runServer(
  () => readConfig(process.env),
  async (deps) => ({ ...(await createApp(deps)), jobs: [] }),
);
