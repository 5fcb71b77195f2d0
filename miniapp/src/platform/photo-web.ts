import type { Photo } from './photo.ts';

/** Longest edge in px and JPEG quality, tried in turn until the photo fits. */
const steps = [
  [1600, 0.82],
  [1280, 0.75],
  [1024, 0.65],
  [800, 0.5],
] as const;

function pick(): Promise<File | undefined> {
  return new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.addEventListener('change', () => done(input.files?.[0]));
    input.addEventListener('cancel', () => done(undefined));
    input.click();
  });
}

function load(file: File): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image();
    const url = URL.createObjectURL(file);
    image.onload = () => {
      URL.revokeObjectURL(url);
      done(image);
    };
    image.onerror = () => {
      URL.revokeObjectURL(url);
      fail(new Error('照片打不开，请换一张 JPG 或 PNG 照片。'));
    };
    image.src = url;
  });
}

function draw(image: HTMLImageElement, edge: number, quality: number): string {
  const ratio = Math.min(1, edge / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * ratio);
  canvas.height = Math.round(image.naturalHeight * ratio);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
}

/** The browser's way: a file input, then a canvas. Drawing again also drops place and camera data. */
export async function shrinkOnWeb(limit: number): Promise<Photo | undefined> {
  const file = await pick();
  if (!file) return undefined;
  const image = await load(file);
  for (const [edge, quality] of steps) {
    const base64 = draw(image, edge, quality);
    const bytes = Math.floor((base64.length * 3) / 4);
    if (base64 && bytes <= limit) return { base64, bytes };
  }
  throw new Error('照片太大，请换一张小一点的。');
}
