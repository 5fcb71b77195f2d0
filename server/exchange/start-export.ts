import type { Output } from '@wubian/shared/endpoint.ts';
import { exportColumns, usualExport } from '@wubian/shared/exchange/columns.ts';
import type { exchange } from '@wubian/shared/exchange/contract.ts';
import { exportStates } from '@wubian/shared/exchange/exports-contract.ts';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { revealReasons } from '@wubian/shared/registry/contract.ts';
import { roles } from '@wubian/shared/roles.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { batchCan } from './batch.presenter.ts';
import type { Asked, StoredExport } from './export.store.ts';
import { keptMs } from './file.store.ts';
import type { Room } from './room.ts';
import { batchOf } from './run-batch.ts';
import { ownFile } from './uploads.ts';
import { words } from './words.ts';

type Export = Output<typeof exchange.readExport>;

async function presentExports(room: Room, exports: readonly StoredExport[]): Promise<Export[]> {
  const people = await room.accounts.people([...new Set(exports.map(({ by }) => by))]);
  const now = room.now();
  return exports.map(({ id, asked, by, at, expiresAt, ...one }) => {
    const state = one.state === 'done' && expiresAt <= now ? 'expired' : one.state;
    return {
      ...{ id, kind: asked.kind, state, stateLabel: exportStates[state], words: one.words, fileName: one.fileName },
      ...{ fileId: state === 'done' ? id : null, rows: one.rows, size: one.size, reveal: one.reveal },
      ...{ at: at.toISOString(), byName: people.get(by)?.name ?? '', expiresAt: expiresAt.toISOString() },
    };
  });
}

/** Puts an export into the queue; the same one again answers how far it has come. */
async function begin(room: Room, actor: Actor, id: string, asked: Asked, fileName: string, reveal: boolean) {
  const at = room.now();
  const begun: StoredExport = {
    ...{
      id,
      streetId: actor.streetId,
      by: actor.accountId,
      role: actor.role,
      at,
      state: 'running',
      words: '',
      fileName,
      asked,
      reveal,
    },
    communityIds: roles[actor.role].scope === 'street' ? null : [...actor.communityIds],
    ...{ rows: 0, size: 0, expiresAt: new Date(at.getTime() + keptMs), token: null },
  };
  if (!(await room.exports.add(begun))) {
    const there = await room.exports.byId(actor.streetId, id);
    if (!there || there.by !== actor.accountId || there.asked.kind !== asked.kind) throw new Refusal('id_taken');
    return (await presentExports(room, [there]))[0]!;
  }
  room.poke.exports();
  return (await presentExports(room, [begun]))[0]!;
}

/** Exports what a filter finds; raw values only with a reason, which is entered and told to those concerned. */
export const startExport =
  (room: Room): Handler<typeof exchange.startExport> =>
  async (actor, { id, filter, sort, columns, templateFileId, reveal }, call) => {
    if (reveal?.reason === 'other' && !reveal.words) throw badField('reveal.words', words.sayWhy);
    if (templateFileId) await ownFile(room, actor, templateFileId);
    const reason = reveal ? [revealReasons[reveal.reason], reveal.words].filter(Boolean).join('：') : '';
    const chosen = columns.length ? columns : [...usualExport];
    const twice = chosen.findIndex((key, i) => chosen.indexOf(key) !== i);
    if (twice >= 0)
      throw badField(
        `columns.${twice}`,
        words.twiceMapped(exportColumns.find(({ key }) => key === chosen[twice])!.label),
      );
    call.about({ what: words.exported(chosen.length, !reveal), ...(reveal && { reveal: true, reason }) });
    const asked: Asked = { kind: 'elders', filter, sort, columns: chosen, templateFileId, reason };
    return begin(room, actor, id, asked, words.exportName(dayOf(room.now())), reveal !== undefined);
  };

/** Makes the clerk's own sheet anew with what is wrong in it marked. */
export const errorSheet =
  (room: Room): Handler<typeof exchange.errorSheet> =>
  async (actor, { batchId, id, onlyRefused }, call) => {
    const batch = await batchOf(room, actor, batchId);
    if (!batchCan(batch, actor, room.now()).errorSheet) throw new Refusal('batch_moved_on');
    await ownFile(room, actor, batch.fileId);
    call.about({ what: words.errorsOf });
    return begin(room, actor, id, { kind: 'errors', batchId, onlyRefused }, words.errorSheetName(batch.fileName), true);
  };

export const readExport =
  (room: Room): Handler<typeof exchange.readExport> =>
  async (actor, { exportId }) => {
    const found = await room.exports.byId(actor.streetId, exportId);
    if (!found || found.by !== actor.accountId) throw new Refusal('export_not_found');
    return (await presentExports(room, [found]))[0]!;
  };

export const listExports =
  (room: Room): Handler<typeof exchange.listExports> =>
  async (actor, { limit }) => ({
    items: await presentExports(room, await room.exports.ofPerson(actor.streetId, actor.accountId, limit)),
  });
