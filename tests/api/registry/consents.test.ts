import { consentPurposeNames, consentPurposes, consentStandOf } from '@wubian/shared/registry/consents.ts';
import { describe, expect, it } from 'vitest';
import { anId, openPrivacyTown, seeds } from '../../support/privacy-town.ts';

const town = await openPrivacyTown();
const { elderId, resident, daughter, worker, farWorker, volunteer, office } = town;
type Client = typeof resident.client;

const standOf = async (client: Client, purpose: string) =>
  (await client.registry.consents({ elderId })).items.find((item) => item.purpose === purpose)!;
function give(client: Client, more: Partial<Parameters<Client['registry']['giveConsent']>[0]> = {}) {
  town.clock.forward(1000);
  return client.registry.giveConsent({
    ...{ elderId, id: anId(), purpose: 'visit', version: 1, answer: 'given' },
    ...more,
  });
}

describe('consents', () => {
  it('begin with nothing ticked, each purpose by itself with its words and what a no means', async () => {
    const { items, elderName } = await resident.client.registry.consents({ elderId });
    expect(elderName).toBe(seeds.name);
    expect(items.map(({ purpose }) => purpose)).toEqual(consentPurposeNames);
    for (const item of items) {
      expect(item).toMatchObject({ stand: 'none', records: [], can: { answer: true, withdraw: false } });
      expect(item.text.length * item.ifNot.length).toBeGreaterThan(0);
    }
  });

  it('are given by the elder on her own phone, and taken back by her in one call without a reason', async () => {
    await give(resident.client, { purpose: 'photo' });
    expect(await standOf(resident.client, 'photo')).toMatchObject({
      stand: 'given',
      can: { withdraw: true },
      records: [{ giver: 'elder', how: 'ownPhone', witnessName: '', withdrawn: null }],
    });
    await resident.client.registry.withdrawConsent({ elderId, purpose: 'photo' });
    await resident.client.registry.withdrawConsent({ elderId, purpose: 'photo' });
    const after = await standOf(resident.client, 'photo');
    expect(after).toMatchObject({
      stand: 'withdrawn',
      can: { withdraw: false },
      records: [{ withdrawn: { why: '' } }],
    });
    expect(after.records).toHaveLength(1);
  });

  it('written down by a worker name her as witness, and who said it and how', async () => {
    const refused = give(worker.client);
    await expect(refused).rejects.toMatchObject({ code: 'bad_input', fields: [{ field: 'giver' }] });
    await expect(give(worker.client, { giver: 'elder' })).rejects.toMatchObject({ fields: [{ field: 'how' }] });
    await expect(give(worker.client, { giver: 'elder', how: 'ownPhone' })).rejects.toMatchObject({
      fields: [{ field: 'how' }],
    });
    await give(worker.client, { giver: 'elder', how: 'oral' });
    const { records, stand } = await standOf(daughter.client, 'visit');
    expect(stand).toBe('given');
    expect(records[0]!.witnessName).toMatch(/^测试\d+号$/);
  });

  it('said by a relative are kept and do not count as hers; a lawful guardian’s do', async () => {
    const said = { purpose: 'health', giver: 'relative', giverName: '周敏', how: 'oral' } as const;
    await expect(give(worker.client, said)).rejects.toMatchObject({ fields: [{ field: 'capacity' }] });
    await give(worker.client, { ...said, capacity: '重度失智' });
    expect(await standOf(office.client, 'health')).toMatchObject({
      stand: 'relativeOnly',
      records: [{ counts: false }],
    });
    await give(worker.client, { ...said, giver: 'guardian', capacity: '重度失智' });
    expect(await standOf(office.client, 'health')).toMatchObject({ stand: 'given', records: [{ counts: true }, {}] });
  });

  it('are no business of family who is no guardian; the guardian speaks and withdraws', async () => {
    await expect(give(daughter.client)).rejects.toMatchObject({ code: 'consent_not_yours' });
    const withdrawn = daughter.client.registry.withdrawConsent({ elderId, purpose: 'visit' });
    await expect(withdrawn).rejects.toMatchObject({ code: 'consent_not_yours' });
    const guardian = await town.someone('family', { streetId: town.street.id });
    await town.grant(guardian, 'guardian');
    await give(guardian.client, { purpose: 'hospital' });
    expect(await standOf(guardian.client, 'hospital')).toMatchObject({
      stand: 'given',
      records: [{ giver: 'guardian' }],
    });
    await guardian.client.registry.withdrawConsent({ elderId, purpose: 'hospital', why: '改主意了' });
    expect(await standOf(worker.client, 'hospital')).toMatchObject({
      stand: 'withdrawn',
      records: [{ withdrawn: { why: '改主意了' } }],
    });
  });

  it('are unknown to volunteers, to workers of another community and to another street', async () => {
    const stranger = await town.someone('streetOffice', { streetId: town.other.id });
    for (const { client } of [volunteer, farWorker, stranger]) {
      await expect(client.registry.consents({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
      await expect(give(client)).rejects.toMatchObject({ code: 'elder_not_found' });
    }
  });

  it('keep every answer, know a repeat by its id, and take no answer to words that were not shown', async () => {
    const id = anId();
    for (const _ of [1, 2]) await give(resident.client, { id, purpose: 'entry' });
    await expect(give(resident.client, { id, purpose: 'entry', answer: 'refused' })).rejects.toMatchObject({
      code: 'id_taken',
    });
    await give(resident.client, { purpose: 'entry', answer: 'refused' });
    const entry = await standOf(resident.client, 'entry');
    expect(entry).toMatchObject({ stand: 'refused', records: [{ answer: 'refused' }, { answer: 'given' }] });
    await expect(give(resident.client, { purpose: 'entry', version: 9 })).rejects.toMatchObject({
      code: 'consent_words_changed',
    });
    const none = resident.client.registry.withdrawConsent({ elderId, purpose: 'entry' });
    await expect(none).rejects.toMatchObject({ code: 'consent_not_given' });
  });

  it('to older words stand as to be asked again; a no stays a no', () => {
    const older = { purpose: 'photo', version: consentPurposes.photo.version - 1, giver: 'elder' } as const;
    expect(consentStandOf('photo', { ...older, answer: 'given', withdrawn: false })).toBe('renew');
    expect(consentStandOf('photo', { ...older, answer: 'refused', withdrawn: false })).toBe('refused');
    expect(consentStandOf('photo', { ...older, answer: 'given', withdrawn: true })).toBe('withdrawn');
  });

  it('once withdrawn stop at once what rested on them: a volunteer reads no care notes any more', async () => {
    const taskId = await town.openTask();
    expect((await volunteer.client.companion.claim({ taskId })).elder.careNotes).toBe(seeds.careNotes);
    await give(resident.client, { purpose: 'volunteers' });
    expect((await volunteer.client.companion.read({ taskId })).elder.careNotes).toBe(seeds.careNotes);
    await resident.client.registry.withdrawConsent({ elderId, purpose: 'volunteers' });
    const after = await volunteer.client.companion.read({ taskId });
    expect(after.elder).toMatchObject({ careNotes: null, phone: seeds.phone });
    expect((await daughter.client.companion.read({ taskId })).elder.careNotes).toBe(seeds.careNotes);
  });
});
