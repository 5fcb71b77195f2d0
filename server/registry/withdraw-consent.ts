import { Refusal } from '@wubian/shared/refusals.ts';
import { consentPurposes, consentStandOf } from '@wubian/shared/registry/consents.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import { whoReads } from './consent.policy.ts';
import { showConsents } from './list-consents.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { words } from './words.ts';

/** Takes a yes back, at once and without a reason; what is shown by it stops with the next look. */
export const withdrawConsent =
  (room: PrivacyRoom): Handler<typeof registry.withdrawConsent> =>
  async (caller, { elderId, purpose, why }, call) => {
    const { actor, voice } = await whoReads(room, caller, elderId);
    if (voice === null) throw new Refusal('consent_not_yours');
    const { streetId, accountId } = actor;
    const newest = await room.consents.newest(streetId, elderId, purpose);
    const stand = consentStandOf(purpose, newest);
    if (!newest || stand === 'refused') throw new Refusal('consent_not_given');
    call.about({ elderIds: [elderId], what: words.consentWithdrawn(consentPurposes[purpose].label) });
    if (!newest.withdrawn) await room.consents.withdraw(streetId, newest.id, { at: room.now(), by: accountId, why });
    return showConsents(room, streetId, elderId, voice);
  };
