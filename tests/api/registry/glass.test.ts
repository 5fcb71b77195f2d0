import { describe, expect, it } from 'vitest';
import { anId, openPrivacyTown, seeds } from '../../support/privacy-town.ts';

const town = await openPrivacyTown();
const { elderId, office, second, head, farWorker, worker, volunteer, daughter, resident } = town;
const hour = 3_600_000;
const why = '邻居报警说屋里有呼救声';
const open = (more: object = {}, who = farWorker) =>
  who.client.registry.breakGlass({ id: anId(), name: seeds.name, why, ...more });
const newest = async ({ client }: typeof office) => (await client.notices.list({})).items[0];

describe('break-glass', () => {
  it('opens to a worker outside her area what helps in an emergency, and nothing else', async () => {
    await expect(farWorker.client.registry.readElder({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
    const { items, more } = await open({ phone: seeds.phone });
    expect(more).toBe(false);
    expect(items).toMatchObject([
      {
        ...{ elderId, name: seeds.name, phones: [seeds.phone, seeds.landline] },
        contacts: [{ phone: seeds.contactPhone }],
        keyHolders: [{ phone: seeds.keyPhone }],
        ...{ careNotes: seeds.careNotes, doorNotes: seeds.doorNotes, allergies: seeds.allergies },
      },
    ]);
    expect(items[0]!.address).toContain(seeds.door);
    expect(JSON.stringify(items)).not.toContain(seeds.idNumber);
    await expect(farWorker.client.registry.readElder({ elderId })).rejects.toMatchObject({ code: 'elder_not_found' });
  });

  it('tells those who answer for the community urgently, and the elder and her family who it was', async () => {
    for (const who of [head, office, second]) expect(await newest(who)).toMatchObject({ urgent: true });
    expect((await newest(resident))!.title).toBe('工作人员紧急查看了您的档案');
    expect((await newest(daughter))!.title).toContain(seeds.name);
    expect((await newest(worker))?.title).not.toContain('紧急');
    const told = JSON.stringify((await office.client.notices.list({})).items);
    for (const secret of [seeds.phone, seeds.door, seeds.careNotes]) expect(told).not.toContain(secret);
  });

  it('stands in the list of who looked, with the reason', async () => {
    for (const { client } of [resident, daughter, worker]) {
      const { items } = await client.registry.fileViews({ elderId });
      expect(items[0]).toMatchObject({ emergency: true, why, what: expect.stringContaining('紧急查看') });
      expect(items[0]!.who).toMatch(/^网格员 测试\d+号$/);
    }
  });

  it('finds by door and by community, and shows nobody while the name alone fits too many', async () => {
    expect((await open({ door: `9-1-${seeds.door}` })).items).toHaveLength(1);
    expect((await open({ communityId: town.home.id })).items).toHaveLength(1);
    expect((await open({ communityId: town.far.id })).items).toEqual([]);
    expect((await open({ name: '查无此人' })).items).toEqual([]);
    const { elder } = { elder: await office.client.registry.readElder({ elderId }) };
    const { communityId, estateId } = elder.facts.address;
    for (let n = 0; n < 4; n++) {
      const address = { communityId, estateId, building: '1', unit: '1', room: `10${n}` };
      const unknown = { living: null, childrenLive: null, abilityLevel: null, handicapGrade: null };
      await office.client.registry.addElder({
        id: anId(),
        facts: {
          ...{ name: '张同名', sex: 'male', birthDate: null, phone: null, contacts: [], familyPlanningSpecial: null },
          ...{ address, ...unknown },
        },
      });
    }
    expect(await open({ name: '张同名' })).toEqual({ items: [], more: true });
    expect((await open({ name: '张同名', door: '1-1-102' })).items).toHaveLength(1);
  });

  it('asks why in words, and is not for volunteers, families and the office', async () => {
    await expect(open({ why: '有事' })).rejects.toMatchObject({ code: 'bad_input', fields: [{ field: 'why' }] });
    await expect(open({ door: '不是门牌' })).rejects.toMatchObject({ fields: [{ field: 'door' }] });
    for (const who of [volunteer, daughter, resident, office])
      await expect(open({}, who)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('is limited, so that nobody reads the registry through it', async () => {
    const greedy = await town.someone('gridWorker', { streetId: town.street.id, communityIds: [town.far.id] });
    for (let n = 0; n < 10; n++) await open({ name: '查无此人' }, greedy);
    await expect(open({ phone: seeds.phone }, greedy)).rejects.toMatchObject({ code: 'too_many_tries' });
  });

  it('repeated by a phone without network is one use; another use may not take its id', async () => {
    const careful = await town.someone('gridWorker', { streetId: town.street.id, communityIds: [town.far.id] });
    const id = anId();
    const first = await open({ id, phone: seeds.phone }, careful);
    expect(await open({ id, phone: seeds.phone }, careful)).toEqual(first);
    await expect(open({ id, phone: seeds.phone, why: '换了一个别的理由' }, careful)).rejects.toMatchObject({
      code: 'id_taken',
    });
    const uses = await town.store.connection.collection('glass').countDocuments({ _id: id as never });
    expect(uses).toBe(1);
  });

  it('is told of even if the telling was cut short', async () => {
    const id = anId();
    await open({ id, phone: seeds.phone });
    const db = town.store.connection;
    await db.collection('notices').deleteMany({ _id: { $regex: `^glass:${id}` } as never });
    await db.collection('glass').updateOne({ _id: id as never }, { $set: { told: false } });
    expect(await town.registry.followGlass()).toBe(1);
    expect(await town.registry.followGlass()).toBe(0);
    expect(await db.collection('notices').countDocuments({ _id: { $regex: `^glass:${id}` } as never })).toBeGreaterThan(
      4,
    );
  });

  it('waits for a review by somebody else, and is overdue after a day', async () => {
    const before = await office.client.registry.listGlass({});
    expect(before.overdue).toBe(0);
    expect(before.items).toContainEqual(
      expect.objectContaining({ elderNames: [seeds.name], why, overdue: false, can: { review: true } }),
    );
    expect(before.items.map(({ asked }) => asked).join()).toContain('138****7001');
    expect(JSON.stringify(before)).not.toContain(seeds.phone);
    town.clock.forward(25 * hour);
    // A day later everybody of the staff has to sign in again.
    const [office2, second2, head2] = [
      await town.someone('streetOffice', { streetId: town.street.id }),
      await town.someone('streetOffice', { streetId: town.street.id }),
      await town.someone('communityHead', { streetId: town.street.id, communityIds: [town.home.id] }),
    ];
    const late = await office2.client.registry.listGlass({});
    expect(late.overdue).toBe(before.items.length);

    const glassId = late.items[0]!.id;
    const proper = { glassId, verdict: 'proper', words: '情况属实' } as const;
    expect(await office2.client.registry.reviewGlass(proper)).toMatchObject({ review: { verdict: 'proper' } });
    expect(await office2.client.registry.reviewGlass(proper)).toMatchObject({ review: { words: '情况属实' } });
    const against = second2.client.registry.reviewGlass({ glassId, verdict: 'improper', words: '不同意' });
    await expect(against).rejects.toMatchObject({ code: 'glass_reviewed' });
    expect((await office2.client.registry.listGlass({})).overdue).toBe(before.items.length - 1);
    expect((await office2.client.registry.listGlass({ state: 'reviewed' })).items).toMatchObject([{ id: glassId }]);
    await expect(head2.client.registry.listGlass({})).rejects.toMatchObject({ code: 'not_allowed' });
    const elsewhere = await town.someone('streetOffice', { streetId: town.other.id });
    expect((await elsewhere.client.registry.listGlass({})).items).toEqual([]);
    const { accountId } = await office2.client.accounts.me();
    const own = late.items[2]!.id;
    await town.store.connection.collection('glass').updateOne({ _id: own as never }, { $set: { by: accountId } });
    const myOwn = office2.client.registry.reviewGlass({ ...proper, glassId: own });
    await expect(myOwn).rejects.toMatchObject({ code: 'glass_own' });
    const foreign = elsewhere.client.registry.reviewGlass({ ...proper, glassId: before.items[1]!.id });
    await expect(foreign).rejects.toMatchObject({ code: 'glass_not_found' });
  });
});
