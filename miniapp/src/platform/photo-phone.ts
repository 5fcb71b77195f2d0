import Taro from '@tarojs/taro';
import type { Photo } from './photo.ts';

/** Width in px and JPEG quality, tried in turn until the photo fits. */
const steps = [
  [1600, 80],
  [1280, 70],
  [1024, 60],
  [800, 45],
] as const;

const readBase64 = (filePath: string): Promise<string> =>
  new Promise((done, fail) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => done(String(data)),
      fail: () => fail(new Error('照片读不出来，请再选一次。')),
    });
  });

/** WeChat's way: chooseMedia, then compressImage. Leaving the album without a photo is a normal choice. */
export async function shrinkOnPhone(limit: number): Promise<Photo | undefined> {
  const chosen = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (!file) return undefined;
  for (const [compressedWidth, quality] of steps) {
    const { tempFilePath } = await Taro.compressImage({ src: file.tempFilePath, quality, compressedWidth });
    const base64 = await readBase64(tempFilePath);
    const bytes = Math.floor((base64.length * 3) / 4);
    if (bytes <= limit) return { base64, bytes };
  }
  throw new Error('照片太大，请换一张小一点的。');
}
