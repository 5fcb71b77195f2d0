import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { ElderFilter, elderSorts, revealReasons } from '../registry/contract.ts';
import { Id, Instant, Limit, Words } from '../wire.ts';
import { exportColumnKeys } from './columns.ts';

export const exportStates = { running: '正在生成', done: '可以下载', failed: '没有成功', expired: '已删除' } as const;
export type ExportState = keyof typeof exportStates;

/** A file that is being made for somebody, or lies ready for her. */
export const Export = z
  .strictObject({
    id: Id,
    /** 'elders': a list of the registry; 'errors': a clerk's sheet back with its faults marked. */
    kind: z.enum(['elders', 'errors']),
    state: z.enum(Object.keys(exportStates) as [ExportState, ...ExportState[]]),
    stateLabel: z.string(),
    /** Why it failed, and what to do. */
    words: z.string(),
    fileName: z.string(),
    /** To be downloaded in parts; null until it is done. */
    fileId: Id.nullable(),
    rows: z.number().int(),
    size: z.number().int(),
    /** Whether raw phones, ID numbers and doors are in it. */
    reveal: z.boolean(),
    at: Instant,
    byName: z.string(),
    expiresAt: Instant,
  })
  .meta({ id: 'Export' });

export const exportEndpoints = {
  startExport: endpoint({
    method: 'POST',
    path: '/exports',
    summary: '导出筛选出的老人；证件号、电话、门牌只显示一部分，要看完整的须写明原因并留下记录',
    may: 'elder.export',
    input: z.strictObject({
      id: Id,
      filter: ElderFilter.default({}),
      sort: z.enum(Object.keys(elderSorts) as [keyof typeof elderSorts]).default('name'),
      /** In the order of the sheet; with a template its own header decides. */
      columns: z.array(z.enum(exportColumnKeys)).max(80).default([]),
      /** An uploaded .xlsx whose header is filled in. */
      templateFileId: Id.optional(),
      reveal: z
        .strictObject({
          reason: z.enum(Object.keys(revealReasons) as [keyof typeof revealReasons]),
          words: Words(100).default(''),
        })
        .optional(),
    }),
    output: Export,
    refusals: ['id_taken', 'file_not_found', 'file_refused'],
  }),
  readExport: endpoint({
    method: 'GET',
    path: '/exports/:exportId',
    summary: '导出做到哪里了',
    may: 'elder.export',
    input: z.strictObject({ exportId: Id }),
    output: Export,
    refusals: ['export_not_found'],
  }),
  listExports: endpoint({
    method: 'GET',
    path: '/exports',
    summary: '我最近的导出，新的在前',
    may: 'elder.export',
    input: z.strictObject({ limit: Limit }),
    output: z.strictObject({ items: z.array(Export) }),
    refusals: [],
  }),
};
