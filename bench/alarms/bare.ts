import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MongoClient } from 'mongodb';

/**
 * What raising an alarm is measured against: node:http and the driver, the same durable insert of the same document,
 * and one notice written at once. It believes everybody, seals nothing, calls nobody a second time and forgets the alarm
 * when it dies. Started by the benchmark as a process: prints its port.
 */
const client = await new MongoClient(process.env.MONGODB_URI!, {
  ...{ writeConcern: { w: 1, journal: true }, retryWrites: false, maxPoolSize: 20 },
}).connect();
const db = client.db('wubian');
const incidents = db.collection<{ _id: string }>('incidents');
const notices = db.collection<{ _id: string }>('notices');
const handedAt = new Map<string, number>();

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

async function raise(text: string): Promise<object> {
  const { incident, notice } = JSON.parse(text);
  const at = new Date();
  const history = incident.history.map((entry: object) => ({ ...entry, at }));
  await incidents.insertOne({ ...incident, raisedAt: at, since: at, history });
  // Sent after the answer, as a simple server would.
  void notices.insertOne({ ...notice, at }).then(() => handedAt.set(incident._id, Date.now()));
  return { incidentId: incident._id, receivedAt: at.toISOString(), merged: false };
}

const server = createServer(async (request, response) => {
  const answer = request.method === 'POST' ? await raise(await bodyOf(request)) : Object.fromEntries(handedAt);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('SIGTERM', () => process.exit(0));
