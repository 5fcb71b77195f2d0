import type { Parsed } from '@wubian/shared/endpoint.ts';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { grantMoves } from '@wubian/shared/registry/grant-lifecycle.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Caller } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { isDuplicate } from '../store/is-duplicate.ts';
import { followNow } from './follow-grant.ts';
import { isHer, mayAnswer, maySee, needSecondFactor, witnessScope } from './grant.policy.ts';
import { presentGrant } from './grant.presenter.ts';
import type { GrantChange, StoredGrant } from './grant.store.ts';
import type { Room } from './room.ts';
import { words } from './words.ts';

type Answer = Parsed<typeof registry.answerGrant>;

/** Whose file it is by this answer, and where she lives: her own word, or that of staff who reach her. */
async function chosenElder({ elders }: Room, caller: Caller, grant: StoredGrant, { elderId }: Answer) {
  const wanted = elderId ?? grant.elderId;
  if (!wanted) throw new Refusal('grant_needs_elder');
  const scope = witnessScope(caller);
  if (!scope) {
    if (wanted !== grant.elderId) throw new Refusal('elder_not_found');
    return { elderId: wanted };
  }
  const elder = await elders.byId(scope, wanted);
  if (!elder) throw new Refusal('elder_not_found');
  return { elderId: wanted, communityId: elder.facts.address.communityId };
}

/** What the answer writes beside the state. */
async function changeOf(room: Room, caller: Caller, grant: StoredGrant, answer: Answer): Promise<GrantChange> {
  const byHer = isHer(caller, grant);
  const answered = {
    answeredBy: caller.accountId,
    answeredHow: byHer ? ('self' as const) : (answer.how ?? null),
    answeredAt: room.now(),
    note: answer.note,
  };
  if (answer.answer === 'refuse') return answered;
  if (!byHer && !answer.how) throw badField('how', words.sayHow);
  return { ...answered, confirmed: true, ...(await chosenElder(room, caller, grant, answer)) };
}

const isMine = (grant: StoredGrant | null, caller: Caller, { answer }: Answer): grant is StoredGrant =>
  grant?.state === grantMoves[answer].to && grant.answeredBy === caller.accountId;

/** Confirms or refuses: the old person herself, or staff of her community who say how they learnt her wish. */
export const answerGrant =
  (room: Room): Handler<typeof registry.answerGrant> =>
  async (caller, answer) => {
    needSecondFactor(caller);
    const { grants, now } = room;
    const grant = await grants.byId(answer.grantId);
    if (!grant || !maySee(caller, grant)) throw new Refusal('grant_not_found');
    if (!mayAnswer(caller, grant)) throw new Refusal('not_allowed');
    if (grant.state !== 'asked') {
      if (isMine(grant, caller, answer)) return presentGrant(room, caller, grant);
      throw new Refusal('grant_moved_on');
    }

    const set = await changeOf(room, caller, grant, answer);
    const entry = { move: answer.answer, at: now(), by: caller.accountId };
    const moved = await grants.move(grant.id, entry, { set, goodOn: dayOf(now()) }).catch((error: unknown) => {
      throw isDuplicate(error) ? badField('elderId', words.alreadyGranted) : error;
    });
    if (moved) await followNow(room, moved);
    const current = moved ?? (await grants.byId(grant.id));
    if (!isMine(current, caller, answer)) throw new Refusal('grant_moved_on');
    return presentGrant(room, caller, current);
  };
