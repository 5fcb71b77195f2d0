import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { fieldNames } from '../registry/fields.ts';
import { Cursor, Id, Instant, Limit, SomeWords } from '../wire.ts';
import { sheetColumnKeys } from './columns.ts';
import { Export } from './exports-contract.ts';

/** The life of a batch; `checking`, `applying` and `undoing` run in the background. */
export const batchStates = {
  mapping: '对应列名',
  checking: '正在核对',
  ready: '核对完，等确认',
  applying: '正在导入',
  applied: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
  failed: '没有成功',
  dropped: '已放弃',
} as const;
export type BatchState = keyof typeof batchStates;

/** What the check found of a row; `missing` is nobody's row: a file here that the sheet does not name. */
export const verdicts = {
  new: '新增',
  changed: '有变化',
  same: '没有变化',
  twin: '可能重复',
  refused: '有错',
  missing: '表里没有',
} as const;
export type Verdict = keyof typeof verdicts;
export const verdictNames = Object.keys(verdicts) as [Verdict, ...Verdict[]];

/** What became of a row; `conflict` was changed by somebody since the check, `kept` could not be undone any more. */
export const rowStates = {
  waiting: '未导入',
  written: '已导入',
  conflict: '没有导入',
  undone: '已撤销',
  kept: '没有撤销',
} as const;
export type RowState = keyof typeof rowStates;
export const rowStateNames = Object.keys(rowStates) as [RowState, ...RowState[]];

/** What the clerk decides of a possible duplicate. */
export const twinDecisions = {
  same: '是同一个人，更新原档案',
  new: '是另一个人，新建档案',
  skip: '这一行先不导入',
} as const;
export type TwinDecision = keyof typeof twinDecisions;
const Decision = z.enum(Object.keys(twinDecisions) as [TwinDecision, ...TwinDecision[]]);

const Column = z.enum(sheetColumnKeys);
const counted = <K extends string>(names: readonly [K, ...K[]]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.number().int()])) as Record<K, z.ZodNumber>);

export const Batch = z
  .strictObject({
    id: Id,
    /** Where the sheet comes from, as the clerk calls it; a mapping is saved under it. */
    source: z.string(),
    fileName: z.string(),
    byName: z.string(),
    at: Instant,
    state: z.enum(Object.keys(batchStates) as [BatchState, ...BatchState[]]),
    stateLabel: z.string(),
    /** Why it failed, and what to do. */
    words: z.string(),
    sheetName: z.string(),
    sheetNames: z.array(z.string()),
    /** Rows seen so far by what runs now; `total` is known after the check. */
    progress: z.strictObject({ rows: z.number().int(), total: z.number().int().nullable() }),
    header: z.strictObject({
      /** The last row of the header, 1-based. */
      row: z.number().int(),
      columns: z.array(
        z.strictObject({
          title: z.string(),
          key: Column.nullable(),
          /** Whether the title says exactly that, or the mapping was saved by a clerk. */
          sure: z.boolean(),
        }),
      ),
      /** True when the mapping is one that was saved for this header. */
      remembered: z.boolean(),
    }),
    /** The community of rows that name none. */
    communityId: Id.nullable(),
    /** After the check. */
    counts: counted(verdictNames).nullable(),
    /** Rows by what became of them; after the check. */
    states: counted(rowStateNames).nullable(),
    /** Twins that nobody has decided yet. */
    undecided: z.number().int(),
    appliedAt: Instant.nullable(),
    undoUntil: Instant.nullable(),
    can: z.strictObject({
      map: z.boolean(),
      check: z.boolean(),
      decide: z.boolean(),
      apply: z.boolean(),
      undo: z.boolean(),
      drop: z.boolean(),
      errorSheet: z.boolean(),
    }),
  })
  .meta({ id: 'ImportBatch' });

/** A row of the preview. Hidden values are masked, in words as well. */
export const ImportRow = z
  .strictObject({
    /** Number in the sheet; null for a file that the sheet does not name. */
    row: z.number().int().nullable(),
    id: z.string(),
    verdict: z.enum(verdictNames),
    state: z.enum(rowStateNames),
    name: z.string(),
    /** Community, estate and building. */
    where: z.string(),
    idNumberMasked: z.string(),
    /** The file that it is, or will become. */
    elderId: Id.nullable(),
    /** What is wrong, cell by cell: column as the sheet program names it ('C'), its title, what to do. */
    marks: z.array(z.strictObject({ column: z.string(), title: z.string(), words: z.string() })),
    /** What changes, field by field. */
    changes: z.array(
      z.strictObject({ field: z.enum(fieldNames), label: z.string(), before: z.string(), after: z.string() }),
    ),
    /** Whom it may be. */
    twin: z.strictObject({ elderId: Id, name: z.string(), where: z.string(), words: z.string() }).nullable(),
    decision: Decision.nullable(),
    /** Why it was not imported or not undone. */
    words: z.string(),
  })
  .meta({ id: 'ImportRow' });

const OfBatch = z.strictObject({ batchId: Id });
const gone = ['batch_not_found', 'batch_moved_on'] as const;

export const importEndpoints = {
  importTemplate: endpoint({
    method: 'GET',
    path: '/import-template',
    summary: '下载导入模板（带填写说明）',
    may: 'elder.import',
    input: z.strictObject({}),
    output: z.strictObject({ name: z.string(), mime: z.string(), base64: z.string() }),
    refusals: [],
  }),
  startBatch: endpoint({
    method: 'POST',
    path: '/imports',
    summary: '用传好的表格开始一次导入：认出表头，对上列名；存过的对应直接用',
    may: 'elder.import',
    input: z.strictObject({
      id: Id,
      fileId: Id,
      source: SomeWords(30, '请写表格来源，例如：民政局月报'),
      /** The sheet of a workbook with several; by default the first that holds something. */
      sheet: z.string().max(100).optional(),
    }),
    output: Batch,
    refusals: ['file_not_found', 'file_refused', 'id_taken'],
  }),
  setMapping: endpoint({
    method: 'PUT',
    path: '/imports/:batchId/mapping',
    summary: '改列名对应；可以存下来，下次同样的表头直接用',
    may: 'elder.import',
    input: OfBatch.extend({
      /** For each column of the sheet in order; null is left out. */
      columns: z.array(Column.nullable()).max(200),
      communityId: Id.nullable().default(null),
      remember: z.boolean().default(true),
    }),
    output: Batch,
    refusals: [...gone, 'area_unknown'],
  }),
  checkBatch: endpoint({
    method: 'POST',
    path: '/imports/:batchId/check',
    summary: '先检查，不写入：新增、变化、没变化、有错、可能重复、表里没有的人',
    may: 'elder.import',
    input: OfBatch.extend({
      /** Whose files are looked for in the sheet; by default those of the communities that it names. */
      missingIn: z.array(Id).max(100).optional(),
    }),
    output: Batch,
    refusals: [...gone, 'area_unknown', 'name_column_missing', 'file_not_found'],
  }),
  listBatches: endpoint({
    method: 'GET',
    path: '/imports',
    summary: '导入记录，新的在前',
    may: 'elder.import',
    input: z.strictObject({ limit: Limit, cursor: Cursor }),
    output: z.strictObject({ items: z.array(Batch), next: z.string().nullable() }),
    refusals: [],
  }),
  readBatch: endpoint({
    method: 'GET',
    path: '/imports/:batchId',
    summary: '一次导入的情况和进度',
    may: 'elder.import',
    input: OfBatch,
    output: Batch,
    refusals: ['batch_not_found'],
  }),
  listRows: endpoint({
    method: 'GET',
    path: '/imports/:batchId/rows',
    summary: '检查结果，一行一行看；变化的逐格列出，错的说明怎么改',
    may: 'elder.import',
    input: OfBatch.extend({
      verdict: z.enum(verdictNames).optional(),
      state: z.enum(rowStateNames).optional(),
      limit: Limit,
      cursor: Cursor,
    }),
    output: z.strictObject({ items: z.array(ImportRow), next: z.string().nullable() }),
    refusals: ['batch_not_found'],
  }),
  decideRows: endpoint({
    method: 'POST',
    path: '/imports/:batchId/decisions',
    summary: '可能重复的人：是同一个人、是另一个人，还是先不导入',
    may: 'elder.import',
    input: OfBatch.extend({
      rows: z.array(z.number().int().min(1)).min(1, '请先选行').max(200, '一次最多 200 行'),
      decision: Decision,
    }),
    output: z.strictObject({ items: z.array(ImportRow), undecided: z.number().int() }),
    refusals: [...gone],
  }),
  applyBatch: endpoint({
    method: 'POST',
    path: '/imports/:batchId/apply',
    summary: '写入档案；断了会接着写，不会重复。没有决定的“可能重复”不写',
    may: 'elder.import',
    input: OfBatch,
    output: Batch,
    refusals: [...gone],
  }),
  undoBatch: endpoint({
    method: 'POST',
    path: '/imports/:batchId/undo',
    summary: '撤销整批导入；之后又被改过的档案不动，并列出来',
    may: 'elder.import',
    input: OfBatch.extend({ reason: SomeWords(100, '请写明为什么撤销') }),
    output: Batch,
    refusals: [...gone],
  }),
  dropBatch: endpoint({
    method: 'DELETE',
    path: '/imports/:batchId',
    summary: '放弃还没有写入的导入，检查结果一并删除',
    may: 'elder.import',
    input: OfBatch,
    output: z.strictObject({ done: z.literal(true) }),
    refusals: [...gone],
  }),
  errorSheet: endpoint({
    method: 'POST',
    path: '/imports/:batchId/error-sheet',
    summary: '做一份标红的出错表：原表加一列“问题”，改好可以直接再上传',
    may: 'elder.import',
    input: OfBatch.extend({
      /** Of the export that makes it. */
      id: Id,
      onlyRefused: z.boolean().default(true),
    }),
    output: Export,
    refusals: [...gone, 'file_not_found', 'id_taken'],
  }),
};
