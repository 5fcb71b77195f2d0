import sharp from 'sharp';
import { expect, it } from 'vitest';
import { anId } from '../../factories/elders.ts';
import { openTown } from './town.ts';

const town = await openTown();
const { as, aTask, daughter, worker, volunteer } = town;

/** A picture as a phone makes it: large, with the place in its metadata, lying on its side. */
const fromPhone = async (): Promise<string> =>
  (
    await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#a63' } })
      .withExif({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitude: '39/1 5/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
  ).toString('base64');

it('keeps a photo upright, small, and without place or device', async () => {
  const taskId = await aTask('inService');
  const id = anId();
  const base64 = await fromPhone();
  expect((await sharp(Buffer.from(base64, 'base64')).metadata()).exif).toBeDefined();
  expect(await as(volunteer).companion.addPhoto({ taskId, id, base64 })).toMatchObject({ id });
  for (const actor of [daughter, worker, volunteer]) {
    const photo = await as(actor).companion.photo({ taskId, photoId: id });
    const kept = await sharp(Buffer.from(photo.base64, 'base64')).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width: 640, height: 1280 });
    expect(kept.exif).toBeUndefined();
  }
});

it('takes a PNG, and the same photo twice as one', async () => {
  const taskId = await aTask('done');
  const id = anId();
  const png = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#0000' } })
    .png()
    .toBuffer();
  const send = () => as(volunteer).companion.addPhoto({ taskId, id, base64: png.toString('base64') });
  const [first, second] = await Promise.all([send(), send()]);
  expect(await send()).toEqual(first);
  expect(second.id).toBe(id);
  expect((await as(daughter).companion.read({ taskId })).photos).toHaveLength(1);
});

it('takes three at most, however they come', async () => {
  const taskId = await aTask('inService');
  const base64 = await fromPhone();
  const answers = await Promise.allSettled(
    [1, 2, 3, 4, 5].map(() => as(volunteer).companion.addPhoto({ taskId, id: anId(), base64 })),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []));
  expect(refused).toEqual(['photo_limit', 'photo_limit']);
  expect(await town.db.collection('photos').countDocuments({ taskId })).toBe(3);
});

it('refuses what is no picture, what is broken, and what is too many pixels', async () => {
  const taskId = await aTask('inService');
  const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const broken = Buffer.from(await fromPhone(), 'base64').subarray(0, 400);
  const pictures = [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('GIF89a'), broken, huge];
  for (const picture of pictures) {
    const sent = as(volunteer).companion.addPhoto({ taskId, id: anId(), base64: picture.toString('base64') });
    await expect(sent).rejects.toMatchObject({ code: 'photo_unreadable' });
  }
});

it('is for its volunteer, during and after the service, and shown to those of the task', async () => {
  const base64 = await fromPhone();
  const claimed = await aTask('claimed');
  await expect(as(volunteer).companion.addPhoto({ taskId: claimed, id: anId(), base64 })).rejects.toMatchObject({
    code: 'task_moved_on',
  });
  const [taskId, otherTask] = [await aTask('inService'), await aTask('inService')];
  const id = anId();
  await as(volunteer).companion.addPhoto({ taskId, id, base64 });
  await expect(as(volunteer).companion.addPhoto({ taskId: otherTask, id, base64 })).rejects.toMatchObject({
    code: 'id_taken',
  });
  await expect(as(volunteer).companion.photo({ taskId: otherTask, photoId: id })).rejects.toMatchObject({
    code: 'photo_not_found',
  });
  const stranger = town.someone('volunteer', '陈晓芳');
  await expect(as(stranger).companion.photo({ taskId, photoId: id })).rejects.toMatchObject({ code: 'task_not_found' });
});
