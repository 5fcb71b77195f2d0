import type { Parsed } from '@wubian/shared/endpoint.ts';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { consentPurposes } from '@wubian/shared/registry/consents.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Actor } from '../actor.ts';
import type { Handler } from '../handler.ts';
import { type ConsentVoice, whoReads } from './consent.policy.ts';
import type { NewConsent } from './consent.store.ts';
import { showConsents } from './list-consents.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { words } from './words.ts';

type Said = Pick<NewConsent, 'giver' | 'giverName' | 'how' | 'capacity'>;

/** Who said it and how: she and her guardian speak for themselves, staff tell whom they heard. Throws `bad_input`. */
function saidBy(voice: ConsentVoice, actor: Actor, sent: Parsed<typeof registry.giveConsent>): Said {
  if (voice === 'elder') return { giver: 'elder', giverName: actor.name, how: 'ownPhone', capacity: '' };
  if (voice === 'guardian') {
    return { giver: 'guardian', giverName: actor.name, how: 'ownPhone', capacity: sent.capacity };
  }
  if (voice !== 'staff') throw new Refusal('consent_not_yours');
  const { giver, giverName, how, capacity } = sent;
  if (!giver) throw badField('giver', words.sayWhoAgreed);
  if (!how || how === 'ownPhone') throw badField('how', words.sayHowAgreed);
  if (giver !== 'elder' && !giverName) throw badField('giverName', words.sayGiverName);
  if (giver !== 'elder' && !capacity) throw badField('capacity', words.sayCapacity);
  return { giver, giverName, how, capacity };
}

/** Writes an answer down, beside all earlier ones. A relative's yes is kept and shown as what it is. */
export const giveConsent =
  (room: PrivacyRoom): Handler<typeof registry.giveConsent> =>
  async (caller, sent, call) => {
    const { elderId, id, purpose, version, answer } = sent;
    const { actor, voice } = await whoReads(room, caller, elderId);
    const said = saidBy(voice, actor, sent);
    if (version !== consentPurposes[purpose].version) throw new Refusal('consent_words_changed');
    const { streetId, accountId } = actor;
    call.about({ elderIds: [elderId], what: words.consentAnswered(consentPurposes[purpose].label, answer) });
    const fresh = { id, streetId, elderId, purpose, version, answer, ...said, by: accountId, at: room.now() };
    if (!(await room.consents.add(fresh))) throw new Refusal('id_taken');
    return showConsents(room, streetId, elderId, voice);
  };
