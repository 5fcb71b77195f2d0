import Taro from '@tarojs/taro';

/** One typed value in the phone's storage. A value that cannot be read counts as absent. */
export interface Stored<T> {
  read(): T | undefined;
  /** Throws when the phone has no room left. */
  write(value: T): void;
  drop(): void;
}

const prefix = 'wubian/';

/** Opens the value kept under `key`. Values are JSON; `T` is what this program wrote itself. */
export function stored<T>(key: string): Stored<T> {
  const name = prefix + key;
  return {
    read() {
      try {
        const text: unknown = Taro.getStorageSync(name);
        return typeof text === 'string' && text ? (JSON.parse(text) as T) : undefined;
      } catch {
        return undefined;
      }
    },
    write(value) {
      Taro.setStorageSync(name, JSON.stringify(value));
    },
    drop() {
      Taro.removeStorageSync(name);
    },
  };
}

/** The keys of this program that begin with `start`, without the program's own prefix. */
export function storedKeys(start: string): string[] {
  return Taro.getStorageInfoSync()
    .keys.filter((key) => key.startsWith(prefix + start))
    .map((key) => key.slice(prefix.length));
}
