import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { allSealedPlaces } from '../sealed-places.ts';
import { openStore, type Store } from '../store/connect.ts';
import { engineUri } from '../store/engine-socket.ts';
import { createFieldCipher } from '../store/field-cipher.ts';
import { keysOf } from '../store/key-file.ts';
import { keyRing } from '../store/key-ring.store.ts';
import { DataHeld } from '../store/launch-engine.ts';
import { createRotation, type Turned } from '../store/rotate.ts';

const usage = `更换加密密钥：把旧密钥加密的内容，全部改用 FIELD_KEYS 里编号最大的密钥加密。程序可以照常运行：
  1. 在 FIELD_KEYS 里加一个编号更大的新密钥，旧的保留，如 2:新密钥,1:旧密钥；所有程序都用它重启
  2. node server/commands/rotate-keys.ts
  3. 显示“全部更换完毕”后，从 FIELD_KEYS 去掉旧密钥，再重启。旧的备份仍要用旧密钥打开，请另外妥善保存
中断了再执行一次即可。数据库和密钥的设置与程序相同（DATA_DIR、MONGODB_URI、FIELD_KEYS、INDEX_KEY）。`;

/** The database of the program, also while it runs: then by the socket of its engine. */
async function openBeside(config: Config): Promise<Store> {
  try {
    return await openStore({ ...config, clock: systemClock, say: console.error });
  } catch (error) {
    if (!(error instanceof DataHeld)) throw error;
    return openStore({ ...config, clock: systemClock, mongodbUri: engineUri(config.dataDir) });
  }
}

const lineOf = ({ collection, seen, turned }: Turned): string => `${collection}：看过 ${seen} 条，更换 ${turned} 条`;

async function rotate(store: Store, config: Config): Promise<void> {
  const cipher = createFieldCipher(keysOf(config));
  const [newest, ...older] = cipher.keyIds;
  const known = await keyRing(store.connection).read();
  if (known && !known.includes(newest!)) {
    throw new Error(`正在运行的程序还没有 ${newest} 号密钥。请先用新的 FIELD_KEYS 重启程序，再执行这条命令。`);
  }
  let last: Turned | null = null;
  let all = 0;
  for await (const turned of createRotation(store.connection, cipher).run(allSealedPlaces)) {
    if (last && last.collection !== turned.collection) all += last.turned;
    last = turned;
    console.log(lineOf(turned));
  }
  all += last?.turned ?? 0;
  const gone = older.length ? `现在可以从 FIELD_KEYS 去掉旧密钥：${older.join('、')} 号。` : '';
  console.log(`全部更换完毕：共 ${all} 条改用 ${newest} 号密钥。${gone}`);
}

if (process.argv.length > 2) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    const config = readConfig(process.env);
    const store = await openBeside(config);
    try {
      await rotate(store, config);
    } finally {
      await store.close();
    }
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
