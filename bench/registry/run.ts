import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { systemClock } from '../../server/clock.ts';
import { openStore } from '../../server/store/connect.ts';
import { createStreetStore, createStreets } from '../../server/streets/index.ts';
import { aStreet, sizeOf } from '../street/areas.ts';
import { writeRegistrySheet } from './sheet.ts';

export interface Step {
  name: string;
  rows: number;
  ms: number;
  /** Of the whole process until then, with its reading thread. */
  peakMb: number;
}

export interface RegistryBenchOptions {
  rows: number;
  say: (line: string) => void;
}

const run = promisify(execFile);

/**
 * Takes a sheet of this many rows and 25 columns into an empty street, once by a bare reader that inserts each row as it
 * stands and once by the room of sheets, each in a process of its own on one engine.
 */
export async function runRegistryBench({ rows, say }: RegistryBenchOptions): Promise<{ bare: Step[]; ours: Step[] }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wubian-bench-'));
  const store = await openStore({ dataDir: path.join(folder, 'data'), clock: systemClock, say });
  try {
    const street = aStreet(sizeOf(0.2));
    await createStreets(createStreetStore(store.connection), systemClock).save(street);
    const sheet = path.join(folder, 'sheet.xlsx');
    await writeRegistrySheet(sheet, street, rows);
    say(`A sheet of ${rows} rows: ${Math.round(statSync(sheet).size / 1024 / 1024)} MB`);
    const env = {
      ...{ PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' },
      ...{ MONGODB_URI: store.uri, SHEET: sheet, STREET: street.id, MEASURED: String(rows) },
      FIELD_KEYS: `1:${randomBytes(32).toString('base64')}`,
      INDEX_KEY: randomBytes(32).toString('base64'),
    };
    const measure = async (script: string): Promise<Step[]> => {
      say(`Measuring: ${script}`);
      const { stdout } = await run(process.execPath, [path.join(import.meta.dirname, script)], { env });
      return JSON.parse(stdout.trim().split('\n').at(-1)!);
    };
    return { bare: await measure('bare.ts'), ours: await measure('ours.ts') };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The figures as a Markdown table. */
export function registryTable({ bare, ours }: { bare: Step[]; ours: Step[] }): string {
  const perSecond = ({ rows, ms }: Step) => (rows / ms) * 1_000;
  const line = (name: string, step: Step) =>
    `| ${name} | ${step.rows} | ${(step.ms / 1_000).toFixed(1)} | ${perSecond(step).toFixed(0)} | ${step.peakMb.toFixed(0)} |`;
  return [
    '| | rows | seconds | rows/s | peak MB |',
    '| --- | --: | --: | --: | --: |',
    ...bare.map((step) => line('read and insert, **bare**', step)),
    ...ours.map((step) => line(`**${step.name}**, ours`, step)),
  ].join('\n');
}
