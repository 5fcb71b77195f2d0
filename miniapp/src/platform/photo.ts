import { shrinkOnPhone } from './photo-phone.ts';
import { shrinkOnWeb } from './photo-web.ts';
import { onWeb } from './target.ts';

/** One photo ready to send: JPEG as base64 without the data-URI head, and its size in bytes. */
export interface Photo {
  base64: string;
  bytes: number;
}

/** The server takes bodies up to 1 MB; base64 adds a third, so 700 KB of picture is the most that fits. */
export const photoLimitBytes = 700 * 1024;

/** Lets the user take or pick one photo and makes it small enough. Undefined when the user picks none. */
export const choosePhoto = (): Promise<Photo | undefined> =>
  onWeb ? shrinkOnWeb(photoLimitBytes) : shrinkOnPhone(photoLimitBytes);
