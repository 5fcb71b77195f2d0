import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { runServer } from '../../server/start.ts';
import { measured } from './measured.ts';

// The real program, which also publishes what the benchmark asks for, as any room of it would.
await runServer(
  () => readConfig(process.env),
  async (deps) => {
    const app = await createApp(deps);
    const tell = (id: string) => void app.live.door.publish({ topics: [process.env.TOPIC!], kind: 'incident', id });
    return { ...app, listener: measured(tell, app.listener) };
  },
);
