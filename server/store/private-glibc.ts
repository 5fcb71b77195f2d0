import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** The engine's native module is built against this glibc (Debian 13, Ubuntu 24.04 and newer have it). */
export const ENGINE_GLIBC = '2.38';

const loaders: Partial<Record<NodeJS.Architecture, { triplet: string; loader: string }>> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

/** True if version `a` ("2.36") comes before version `b` ("2.38"). */
export function isOlder(a: string, b: string): boolean {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA !== majorB ? majorA < majorB : minorA < minorB;
}

/** The glibc this process runs on; undefined on macOS and on musl. */
function glibcVersion(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const report = Object.assign(process.report, { excludeNetwork: true }); // resolving interfaces would be slow
  const { header } = report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime;
}

const cacheFolder = () => path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'private-libc');

/** Fetches a newer libc into the user's cache without touching the system; answers at once when it is there. */
async function fetchGlibc(say: (line: string) => void): Promise<string> {
  const script = path.join(import.meta.dirname, '../../scripts/get-libc.sh');
  say(`本机 glibc 低于 ${ENGINE_GLIBC}：为内置数据库准备一份新的 glibc（约 5 MB，只在首次下载，不改动系统）……`);
  try {
    const { stdout } = await promisify(execFile)('bash', [script, cacheFolder()], { timeout: 300_000 });
    return stdout.trim();
  } catch (error) {
    const detail = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? String(error);
    throw new Error(
      `没能准备好 glibc（${detail}）。可以：用 PRIVATE_GLIBC 指定已有的一份，或用 MONGODB_URI 连接现成的 MongoDB，或换用 Debian 13 / Ubuntu 24.04 以上的系统。`,
    );
  }
}

/**
 * How to start a Node process whose native modules need a newer glibc: executable and leading arguments.
 * Where the system's glibc is new enough this is plain Node; otherwise Node under the loader of a private copy,
 * taken from `given` (PRIVATE_GLIBC) or fetched once. `say` gets one progress line in Chinese.
 * Throws an Error in Chinese words with the remedies when no copy can be had.
 */
export async function nodeCommand(
  given: string | null | undefined,
  say: (line: string) => void,
): Promise<[string, string[]]> {
  const version = glibcVersion();
  if (!version || !isOlder(version, ENGINE_GLIBC)) return [process.execPath, []];
  const machine = loaders[process.arch];
  if (!machine) throw new Error(`内置数据库不支持 ${process.arch} 处理器，请用 MONGODB_URI 连接现成的 MongoDB。`);
  const libOf = (root: string) => path.join(root, 'usr/lib', machine.triplet);
  const isComplete = (root: string) => existsSync(path.join(libOf(root), machine.loader));
  const cached = path.join(cacheFolder(), `trixie-${process.arch === 'x64' ? 'amd64' : 'arm64'}`);
  const root = given ?? (isComplete(cached) ? cached : await fetchGlibc(say));
  if (!isComplete(root)) throw new Error(`PRIVATE_GLIBC 指定的目录 ${root} 里没有 ${machine.loader}，请检查路径。`);
  const system = [`/usr/lib/${machine.triplet}`, `/lib/${machine.triplet}`].filter((folder) => existsSync(folder));
  const libraryPath = [libOf(root), ...system].join(':');
  return [path.join(libOf(root), machine.loader), ['--library-path', libraryPath, process.execPath]];
}
