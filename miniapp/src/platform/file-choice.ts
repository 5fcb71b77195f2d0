import Taro from '@tarojs/taro';
import { onWeb } from './target.ts';

/** A file that the user picked; its bytes are read piece by piece, so that a large one never lies in memory whole. */
export interface ChosenFile {
  name: string;
  /** In bytes. */
  size: number;
  /** `length` bytes from `from` on, as base64; fewer at the end of the file. */
  read(from: number, length: number): Promise<string>;
}

const unreadable = () => new Error('文件读不出来，请重新选择。');

function readOnWeb(piece: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => fail(unreadable());
    reader.readAsDataURL(piece);
  });
}

function chooseOnWeb(endings: readonly string[]): Promise<ChosenFile | undefined> {
  return new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = endings.map((ending) => `.${ending}`).join(',');
    input.addEventListener('cancel', () => done(undefined));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (!file) return done(undefined);
      const { name, size } = file;
      done({ name, size, read: (from, length) => readOnWeb(file.slice(from, from + length)) });
    });
    input.click();
  });
}

const readInWeChat = (filePath: string, position: number, length: number): Promise<string> =>
  new Promise((done, fail) => {
    Taro.getFileSystemManager().readFile({
      ...{ filePath, position, length, encoding: 'base64' },
      success: ({ data }) => done(String(data)),
      fail: () => fail(unreadable()),
    });
  });

/** WeChat has no folders to look into: the file comes out of a chat, e.g. of 文件传输助手. */
async function chooseInWeChat(endings: readonly string[]): Promise<ChosenFile | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (!file) return undefined;
  const { name, size, path } = file;
  return { name, size, read: (from, length) => readInWeChat(path, from, Math.min(length, size - from)) };
}

/** Lets the user pick one file with one of these endings (`xlsx`). Undefined when she picks none. */
export const chooseFile = (endings: readonly string[]): Promise<ChosenFile | undefined> =>
  onWeb ? chooseOnWeb(endings) : chooseInWeChat(endings);
