import { Refusal } from '@wubian/shared/refusals.ts';
import sharp from 'sharp';

/** Longest side of a stored photo, in pixels. */
const longestSide = 1280;
/** A picture of more pixels is refused before it is unpacked: a small file can hold a huge one. */
const mostPixels = 40_000_000;

/**
 * A JPG or PNG as the house keeps it: upright, at most 1280 pixels, JPEG, without any of the metadata that came with
 * it (place, device, time). Throws `photo_unreadable` for anything else.
 */
export async function toPhoto(base64: string): Promise<Buffer> {
  const given = Buffer.from(base64.replace(/^data:image\/(jpeg|png);base64,/, ''), 'base64');
  const isJpeg = given[0] === 0xff && given[1] === 0xd8;
  const isPng = given.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  if (!isJpeg && !isPng) throw new Refusal('photo_unreadable');
  try {
    return await sharp(given, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 75 })
      .toBuffer();
  } catch {
    throw new Refusal('photo_unreadable');
  }
}
