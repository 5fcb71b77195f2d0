import Taro from '@tarojs/taro';
import { onWeb } from './target.ts';

/** A file that is being received. */
export interface FileSink {
  /** The next bytes, as base64. */
  add(base64: string): Promise<void>;
  /** Hands the whole file to the user: a download on the web, the viewer with its menu in WeChat. */
  done(): Promise<void>;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function sinkOnWeb(name: string, type: string): FileSink {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    async add(base64) {
      parts.push(bytesOf(base64));
    },
    async done() {
      const url = URL.createObjectURL(new Blob(parts, { type }));
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      // The browser has taken the file when its own turn has come.
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    },
  };
}

const noRoom = () => new Error('手机存不下这个文件，请清理空间后再试。');

function sinkInWeChat(name: string): FileSink {
  const disk = Taro.getFileSystemManager();
  const folder = `${Taro.env.USER_DATA_PATH}/sheets`;
  const filePath = `${folder}/${name}`;
  let isBegun = false;
  // Sheets hold personal data: only the last one stays on the phone, for as long as it is looked at.
  const begin = () =>
    new Promise<void>((done) => {
      disk.rmdir({
        ...{ dirPath: folder, recursive: true },
        complete: () => disk.mkdir({ dirPath: folder, recursive: true, complete: () => done() }),
      });
    });
  return {
    async add(data) {
      if (!isBegun) await begin();
      await new Promise<void>((done, fail) => {
        const how = { filePath, data, encoding: 'base64' as const, success: () => done(), fail: () => fail(noRoom()) };
        if (isBegun) disk.appendFile(how);
        else disk.writeFile(how);
      });
      isBegun = true;
    },
    async done() {
      await Taro.openDocument({ filePath, showMenu: true });
    },
  };
}

/** Opens a place for a file of this name and media type to be received into. */
export const fileSink = (name: string, mime: string): FileSink => (onWeb ? sinkOnWeb(name, mime) : sinkInWeChat(name));
