import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';
import { keysOf } from './key-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'wubian-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const configOf = (env: Record<string, string> = {}) => readConfig({ DATA_DIR: path.join(folder, 'data'), ...env });
const file = () => path.join(folder, 'data', 'keys.json');

it('makes one key file for its owner only, and reads it again', () => {
  const first = keysOf(configOf());
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(first.keys[0]!.key).toHaveLength(32);
  expect(first.keys[0]!.key.equals(first.indexKey)).toBe(false);
  expect(keysOf(configOf())).toEqual(first);
  expect(readdirSync(path.dirname(file()))).toEqual(['keys.json']);
});

it('takes the keys of the environment and makes no file', () => {
  const key = Buffer.alloc(32, 1).toString('base64');
  const { keys } = keysOf(configOf({ FIELD_KEYS: `3:${key}`, INDEX_KEY: key }));
  expect(keys[0]!.id).toBe(3);
  expect(() => statSync(file())).toThrow();
});

it('refuses a file that others can read', () => {
  keysOf(configOf());
  chmodSync(file(), 0o644);
  expect(() => keysOf(configOf())).toThrow(/chmod 600/);
});

it('never writes over a damaged file', () => {
  keysOf(configOf());
  writeFileSync(file(), '{"fieldKey":"x"}');
  expect(() => keysOf(configOf())).toThrow(ConfigError);
  expect(statSync(file()).size).toBe(16);
});
