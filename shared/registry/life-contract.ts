import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { Day, Id, Instant, SomeWords, Words } from '../wire.ts';
import { Elder, LifeStatusName } from './elders-contract.ts';
import { lifeActNames, lifeMoveNames } from './life.ts';

export const LifeMoveName = z.enum(lifeMoveNames).meta({ id: 'LifeMove' });

/** One entry of a file's life, in words. */
export const LifeEntry = z
  .strictObject({
    id: Id,
    act: z.enum(lifeActNames),
    label: z.string(),
    /** The status after it. */
    statusLabel: z.string(),
    on: Day,
    until: Day.nullable(),
    at: Instant,
    byName: z.string(),
    why: z.string(),
    /** True for a move that was taken back. */
    undone: z.boolean(),
  })
  .meta({ id: 'LifeEntry' });

/** An undo that one person has asked for and a second one confirms. */
export const UndoAsked = z
  .strictObject({
    elderId: Id,
    elderName: z.string(),
    communityName: z.string(),
    moveId: Id,
    label: z.string(),
    on: Day,
    /** The status to which the file would go back. */
    backLabel: z.string(),
    byName: z.string(),
    at: Instant,
    why: z.string(),
    can: z.strictObject({ confirm: z.boolean(), refuse: z.boolean() }),
  })
  .meta({ id: 'UndoAsked' });

const Move = z.strictObject({
  elderId: Id,
  move: LifeMoveName,
  /** Only of who goes to a hospital or an institution: when she is expected back. */
  until: Day.nullable().default(null),
});
const why = SomeWords(100, '请写明原因');

export const life = {
  moveLife: endpoint({
    method: 'POST',
    path: '/elders/:elderId/life',
    summary: '登记住院、入住机构、回家、迁出、去世；求助会随之停下，老人和家属不会自动收到通知',
    may: 'elder.write',
    input: Move.extend({ id: Id, seen: LifeStatusName, on: Day, why }),
    output: Elder,
    refusals: ['elder_not_found', 'life_moved_on', 'id_taken'],
  }),
  foreseeLife: endpoint({
    method: 'GET',
    path: '/elders/:elderId/life/foresee',
    summary: '登记之前先看：会取消哪些求助，还会怎样',
    may: 'elder.write',
    input: Move,
    output: z.strictObject({ lines: z.array(z.string()) }),
    refusals: ['elder_not_found'],
  }),
  changeReturn: endpoint({
    method: 'PUT',
    path: '/elders/:elderId/life/return',
    summary: '改预计回家的日期，或改为不确定',
    may: 'elder.write',
    input: z.strictObject({ elderId: Id, until: Day.nullable(), why }),
    output: Elder,
    refusals: ['elder_not_found', 'life_moved_on'],
  }),
  askUndo: endpoint({
    method: 'POST',
    path: '/elders/:elderId/life/:moveId/undo',
    summary: '登记错了：申请撤销最近一次变动，由另一位工作人员确认',
    may: 'elder.write',
    input: z.strictObject({ elderId: Id, moveId: Id, why }),
    output: Elder,
    refusals: ['elder_not_found', 'life_moved_on'],
  }),
  answerUndo: endpoint({
    method: 'POST',
    path: '/elders/:elderId/life/:moveId/undo/answer',
    summary: '确认撤销，或不撤销',
    may: 'elder.write',
    input: z.strictObject({
      elderId: Id,
      moveId: Id,
      answer: z.enum(['confirm', 'refuse']),
      words: Words(100).default(''),
    }),
    output: Elder,
    refusals: ['elder_not_found', 'life_moved_on', 'second_person_needed'],
  }),
  listLife: endpoint({
    method: 'GET',
    path: '/elders/:elderId/life',
    summary: '档案状态的全部变动；撤销后哪些求助要重新提出',
    may: 'elder.read',
    input: z.strictObject({ elderId: Id }),
    output: z.strictObject({
      /** Newest first. */
      items: z.array(LifeEntry),
      undo: UndoAsked.nullable(),
      /** The move that may be asked to be taken back now. */
      undoable: Id.nullable(),
      /** What a move that was taken back had cancelled, to be asked for again. */
      cancelled: z.array(z.strictObject({ taskId: Id, said: z.string() })),
    }),
    refusals: ['elder_not_found'],
  }),
  pendingUndos: endpoint({
    method: 'GET',
    path: '/elder-undos',
    summary: '本范围内等人确认的撤销申请',
    may: 'elder.write',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(UndoAsked) }),
    refusals: [],
  }),
};
