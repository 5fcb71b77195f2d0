import type { Output } from '@wubian/shared/endpoint.ts';
import {
  consentGivers,
  consentHows,
  consentPurposeNames,
  consentPurposes,
  consentStandOf,
  consentStands,
} from '@wubian/shared/registry/consents.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Handler } from '../handler.ts';
import { type ConsentVoice, whoReads } from './consent.policy.ts';
import type { StoredConsent } from './consent.store.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { words } from './words.ts';

export type WireConsents = Output<typeof registry.consents>;

/** Every purpose with where it stands and all that was ever said about it. */
export async function showConsents(
  { consents, elders, accounts }: PrivacyRoom,
  streetId: string,
  elderId: string,
  voice: ConsentVoice,
): Promise<WireConsents> {
  const [all, names] = await Promise.all([consents.ofElder(streetId, elderId), elders.names(streetId, [elderId])]);
  const people = await accounts.people(all.flatMap(({ by, withdrawn }) => [by, ...(withdrawn ? [withdrawn.by] : [])]));
  const nameOf = (id: string) => people.get(id)?.name || words.someone;
  const present = ({ withdrawn, ...record }: StoredConsent): WireConsents['items'][number]['records'][number] => ({
    id: record.id,
    version: record.version,
    answer: record.answer,
    giver: record.giver,
    giverLabel: consentGivers[record.giver].label,
    giverName: record.giverName,
    counts: consentGivers[record.giver].counts,
    how: record.how,
    howLabel: consentHows[record.how],
    witnessName: record.how === 'ownPhone' ? '' : nameOf(record.by),
    capacity: record.capacity,
    at: record.at.toISOString(),
    withdrawn: withdrawn && { at: withdrawn.at.toISOString(), byName: nameOf(withdrawn.by), why: withdrawn.why },
  });
  return {
    elderName: names.get(elderId) ?? '',
    items: consentPurposeNames.map((purpose) => {
      const records = all.filter((one) => one.purpose === purpose);
      const [newest] = records;
      const stand = consentStandOf(purpose, newest ? { ...newest, withdrawn: newest.withdrawn !== null } : null);
      const isYes = stand === 'given' || stand === 'renew' || stand === 'relativeOnly';
      const { label, text, ifNot, version } = consentPurposes[purpose];
      return {
        ...{ purpose, label, text, ifNot, version, stand, standLabel: consentStands[stand] },
        records: records.map(present),
        can: { answer: voice !== null, withdraw: voice !== null && isYes },
      };
    }),
  };
}

/** What an old person has agreed to, purpose by purpose. */
export const listConsents =
  (room: PrivacyRoom): Handler<typeof registry.consents> =>
  async (caller, { elderId }) => {
    const { actor, voice } = await whoReads(room, caller, elderId);
    return showConsents(room, actor.streetId, elderId, voice);
  };
