import type { HeldRole } from '../accounts/door.ts';
import { idOf } from './derived-id.ts';
import type { StoredLife, StoredLifeEntry } from './life.store.ts';
import { tellLife, tellReturn } from './life-words.ts';
import type { Room } from './room.ts';

type Parts = Pick<Room, 'accounts' | 'notices'>;

/** Whom a change in a life concerns among staff: who is responsible for the file, else the workers of the community. */
async function staffAround({ accounts }: Parts, { streetId, communityId, responsibleId }: StoredLife) {
  const workers = await accounts.holders(streetId, ['gridWorker', 'communityHead'], communityId);
  const responsible = workers.filter(({ accountId }) => accountId === responsibleId);
  return { responsible: responsible.length ? responsible : workers, workers };
}

const notice = (
  file: StoredLife,
  { accountId, role }: HeldRole,
  id: string,
  said: { title: string; body: string },
) => ({
  id: idOf('notice of life', file.id, id, accountId, role),
  ...{ streetId: file.streetId, accountId, role, ...said, taskId: null, grantId: null },
});

/** Tells the staff around a file what has become of it, except who wrote it. Nobody else is told. */
export async function tellStaff(parts: Parts, file: StoredLife, entry: StoredLifeEntry): Promise<void> {
  const { responsible, workers } = await staffAround(parts, file);
  const asks = ['askUndo', 'undo', 'refuseUndo'].includes(entry.act);
  const said = tellLife(file.name, entry, entry.by === 'rule');
  await parts.notices.tell(
    (asks ? workers : responsible)
      .filter(({ accountId }) => accountId !== entry.by)
      .map((held) => ({
        ...notice(file, held, entry.id, said),
        ...{ at: entry.at, urgent: entry.act === 'askUndo' || entry.by === 'rule' },
      })),
  );
}

/** Reminds who is responsible, the day before somebody is expected back. */
export async function remindOfReturn(parts: Parts, file: StoredLife, at: Date): Promise<void> {
  const { responsible } = await staffAround(parts, file);
  const until = file.statusUntil;
  if (until === null) return;
  const said = tellReturn(file.name, until);
  await parts.notices.tell(
    responsible.map((held) => ({ ...notice(file, held, `before ${until}`, said), at, urgent: false })),
  );
}
