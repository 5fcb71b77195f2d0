import { MongoClient } from 'mongodb';
import { openSheet } from '../../server/exchange/files/index.ts';
import { columns } from './sheet.ts';

/**
 * The baseline of an import: the same file read by the same reader, each row inserted as it stands, 500 at a time. It
 * checks nothing, looks nobody up, seals nothing, keeps nothing to undo.
 */
const { MONGODB_URI, SHEET } = process.env as { MONGODB_URI: string; SHEET: string };
const client = await new MongoClient(MONGODB_URI, { writeConcern: { w: 1, journal: true } }).connect();
const target = client.db('wubian').collection('bare');
const started = performance.now();
const sheet = await openSheet(SHEET);
let rows = 0;
let chunk: Record<string, string>[] = [];
for await (const { row, cells } of sheet.rows) {
  if (row === 1) continue;
  chunk.push(Object.fromEntries(columns.map((key, i) => [key, cells[i]?.text ?? ''])));
  rows++;
  if (chunk.length < 500) continue;
  await target.insertMany(chunk, { ordered: false });
  chunk = [];
}
if (chunk.length) await target.insertMany(chunk, { ordered: false });
const ms = performance.now() - started;
await target.drop();
await client.close();
console.log(JSON.stringify([{ name: 'bare', rows, ms, peakMb: process.resourceUsage().maxRSS / 1024 }]));
