import { writeFileSync } from 'node:fs';
import { api } from '@wubian/shared/api.ts';

/** Writes shared/api-table.ts: method and path of each endpoint, so that the mini-program's client needs no schema. */
const rows = Object.entries(api).map(([room, endpoints]) => {
  const calls = Object.entries(endpoints).map(
    ([name, { method, path }]) => `    ${name}: { method: '${method}', path: '${path}' },`,
  );
  return `  ${room}: {\n${calls.join('\n')}\n  },`;
});

writeFileSync(
  new URL('../shared/api-table.ts', import.meta.url),
  `import type { WubianApi } from './api.ts';
import type { CallTable } from './client.ts';

/** Written by \`npm run api-table\` from the contract; a test fails when it is stale. */
export const apiTable: CallTable<WubianApi> = {
${rows.join('\n')}
};
`,
);
