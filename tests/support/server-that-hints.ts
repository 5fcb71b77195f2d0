import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { LiveEvent } from '../../server/live/door.ts';
import { runServer } from '../../server/start.ts';

// The real program, which also publishes what its parent asks for, as any room of it would.
await runServer(
  () => readConfig(process.env),
  async (deps) => {
    const app = await createApp(deps);
    process.on('message', (event) => void app.live.door.publish(event as LiveEvent));
    return app;
  },
);
