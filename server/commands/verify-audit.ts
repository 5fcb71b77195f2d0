import { parseArgs } from 'node:util';
import { type ChainReport, createAudit, HOUSE, type SeenEnd } from '../audit/index.ts';
import { systemClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { openStore, type Store } from '../store/connect.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { keysOf } from '../store/key-file.ts';
import { createStreetStore, createStreets } from '../streets/index.ts';

const usage = `核对操作记录：逐条检查每个街道的记录链，找出被改动、删除、调换或退回的地方：
  node server/commands/verify-audit.ts [--at-least 末尾记号]…
  --at-least  以前核对时打印的末尾记号（街道编号:条数:签名），可写多个；用来发现整条记录链被退回
全部完好时退出码为 0，有问题为 1。数据库和密钥的设置与程序相同（DATA_DIR、MONGODB_URI、FIELD_KEYS、INDEX_KEY）；用内置数据库时请先停止程序。`;

/** An end as it is printed: `street:number:hash`. */
function readEnd(text: string): SeenEnd {
  const [, streetId, seq, hash] = /^([\w-]+):(\d{1,12}):([\w-]*)$/.exec(text.trim()) ?? [];
  if (streetId === undefined) throw new Error(`--at-least：“${text}”要写成 街道编号:条数:签名`);
  return { streetId, seq: Number(seq), hash: hash! };
}

/** What was asked for on the command line, or null after saying what is wrong with it. */
function readWanted(args: string[]): SeenEnd[] | null {
  try {
    const { values } = parseArgs({ args, options: { 'at-least': { type: 'string', multiple: true } } });
    return (values['at-least'] ?? []).map(readEnd);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return null;
  }
}

const lineOf = ({ streetId, count, fault, end }: ChainReport, name: string): string =>
  fault
    ? `${name}：✗ 第 ${fault.seq} 条${fault.words}。前 ${count} 条完好。`
    : `${name}：✓ ${count} 条，全部完好。末尾记号 ${streetId}:${end.seq}:${end.hash}`;

/** Prints one line for each chain as it is done; answers how many have a fault. */
async function verify(store: Store, seen: readonly SeenEnd[]): Promise<number> {
  const cipher = createFieldCipher(keysOf(readConfig(process.env)));
  const db = store.connection;
  const { verifier } = createAudit({ db, cipher, clock: systemClock, log: createLog('error') });
  const streets = await createStreets(createStreetStore(db), systemClock).all();
  const names = new Map([[HOUSE, '尚无身份的访客'], ...streets.map(({ id, name }) => [id, name] as const)]);
  let faults = 0;
  for await (const report of verifier.verify(seen)) {
    console.log(lineOf(report, names.get(report.streetId) ?? `已撤销的街道 ${report.streetId}`));
    if (report.fault) faults++;
  }
  const waiting = await verifier.waiting();
  if (waiting > 0) console.log(`另有 ${waiting} 条刚开始的操作还没有入链，程序运行时会自动补上。`);
  console.log(faults > 0 ? `核对完毕：${faults} 条记录链有问题。` : '核对完毕：没有发现问题。');
  return faults;
}

const seen = readWanted(process.argv.slice(2));
if (seen) {
  try {
    const store = await openStore({ ...readConfig(process.env), clock: systemClock, say: console.error });
    try {
      if ((await verify(store, seen)) > 0) process.exitCode = 1;
    } finally {
      await store.close();
    }
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
} else {
  process.exitCode = 2;
}
