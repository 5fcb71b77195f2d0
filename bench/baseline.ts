import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../server/config.ts';
import { createFieldCipher } from '../server/store/field-cipher.ts';
import { claim } from './baseline/claim.ts';
import { connect } from './baseline/database.ts';
import { find } from './baseline/find.ts';
import { listElders } from './baseline/list-elders.ts';
import { listOpen } from './baseline/list-open.ts';
import { read } from './baseline/read.ts';

/**
 * What the server is measured against: node:http and the MongoDB driver, the same queries and the same replies, and
 * nothing else: it believes every caller, checks nothing and writes no log. Started by the benchmark as a process:
 * prints its port.
 */
const { fieldKeys, indexKey, mongodbUri } = readConfig(process.env);
const cipher = createFieldCipher({ keys: fieldKeys!, indexKey: indexKey! });
const database = await connect(mongodbUri!, cipher);

const answers = { open: listOpen, read, claim, elders: listElders, find };

async function answer(request: IncomingMessage): Promise<string> {
  const url = new URL(request.url!, 'http://baseline');
  const name = url.pathname.slice(1) as keyof typeof answers;
  return JSON.stringify(await answers[name](database, url.searchParams));
}

const server = createServer((request, response) => {
  answer(request).then(
    (json) => {
      response.setHeader('Content-Type', 'application/json; charset=utf-8');
      response.end(json);
    },
    (error) => {
      response.statusCode = 500;
      response.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
