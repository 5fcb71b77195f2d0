import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, SomeWords } from '../wire.ts';
import { largestFile, partBytes } from './parts.ts';

export { largestFile, partBytes };

const partNumber = z
  .number()
  .int()
  .min(0)
  .max(Math.ceil(largestFile / partBytes));

export const Upload = z
  .strictObject({
    id: Id,
    name: z.string(),
    /** Bytes of the whole file. */
    size: z.number().int(),
    /** How many parts it has, each `partBytes` long but the last. */
    parts: z.number().int(),
    /** Which of them are there. */
    received: z.array(z.number().int()),
    finished: z.boolean(),
  })
  .meta({ id: 'Upload' });

export const Download = z
  .strictObject({
    name: z.string(),
    mime: z.string(),
    size: z.number().int(),
    n: z.number().int(),
    parts: z.number().int(),
    base64: z.string(),
  })
  .meta({ id: 'Download' });

const OfUpload = z.strictObject({ uploadId: Id });

export const fileEndpoints = {
  startUpload: endpoint({
    method: 'POST',
    path: '/uploads',
    summary: '开始上传一个表格（分块传，断了可以接着传）',
    may: 'elder.export',
    input: z.strictObject({
      id: Id,
      name: SomeWords(120, '文件没有名字'),
      size: z.number().int().min(1, '文件是空的').max(largestFile, '文件太大，请分成几个文件上传'),
    }),
    output: Upload,
    refusals: ['id_taken'],
  }),
  putPart: endpoint({
    method: 'PUT',
    path: '/uploads/:uploadId/parts/:n',
    summary: '上传文件的一块；同一块再传一遍也没关系',
    may: 'elder.export',
    input: OfUpload.extend({ n: partNumber, base64: z.base64('文件没有传完整，请重试').min(1).max(720_000) }),
    output: z.strictObject({ n: z.number().int() }),
    refusals: ['file_not_found', 'part_wrong'],
  }),
  readUpload: endpoint({
    method: 'GET',
    path: '/uploads/:uploadId',
    summary: '已经传了哪几块',
    may: 'elder.export',
    input: OfUpload,
    output: Upload,
    refusals: ['file_not_found'],
  }),
  finishUpload: endpoint({
    method: 'POST',
    path: '/uploads/:uploadId/finish',
    summary: '传完了；文件加密保存 24 小时',
    may: 'elder.export',
    input: OfUpload,
    output: Upload,
    refusals: ['file_not_found', 'part_wrong'],
  }),
  download: endpoint({
    method: 'GET',
    path: '/files/:fileId/parts/:n',
    summary: '下载一块；文件只给要它的人，24 小时后删除',
    may: 'elder.export',
    input: z.strictObject({ fileId: Id, n: partNumber }),
    output: Download,
    refusals: ['file_not_found'],
  }),
};
