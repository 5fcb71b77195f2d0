import { describe, expect, it } from 'vitest';
import type { NoticeToTell } from '../../../server/notices/door.ts';
import { openTown } from '../companion/town.ts';

const town = await openTown();
const { as, clock, daughter, worker, notices } = town;
let made = 0;
const notice = (given: Partial<NoticeToTell> = {}): NoticeToTell => ({
  id: `n${++made}`,
  streetId: town.street.id,
  accountId: daughter.accountId,
  role: 'family',
  title: '求助已提交',
  body: '王秀兰，5月7日 助餐',
  at: clock(),
  urgent: false,
  taskId: null,
  grantId: null,
  ...given,
});

describe('notices', () => {
  it('told twice, even at once, are one notice and stay read', async () => {
    const once = notice();
    await Promise.all([notices.door.tell([once]), notices.door.tell([once, once])]);
    expect((await as(daughter).notices.list()).items).toMatchObject([{ id: once.id, read: false }]);
    await as(daughter).notices.read({ ids: [once.id] });
    await notices.door.tell([{ ...once, title: '别的' }]);
    expect((await as(daughter).notices.list()).items).toMatchObject([{ title: once.title, read: true }]);
  });

  it('come newest first, page by page, with the unread count', async () => {
    clock.forward(1_000);
    const many = [notice(), notice(), notice({ at: new Date(clock().getTime() + 1_000) })];
    await notices.door.tell(many);
    const whole = await as(daughter).notices.list();
    expect(whole.items[0]!.id).toBe(many[2]!.id);
    expect(whole.unread).toBe(3);
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await as(daughter).notices.list({ limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id));
  });

  it('are read by their owner only, one by one or all', async () => {
    await notices.door.tell([notice({ id: 'hers' })]);
    await as(worker).notices.read({ ids: ['hers'] });
    await as(worker).notices.read();
    const { unread } = await as(daughter).notices.unread();
    expect(unread).toBeGreaterThan(0);
    await as(daughter).notices.read({ ids: ['hers'] });
    expect(await as(daughter).notices.unread()).toEqual({ unread: unread - 1 });
    await as(daughter).notices.read();
    expect(await as(daughter).notices.unread()).toEqual({ unread: 0 });
  });

  it('belong to one role in one street', async () => {
    const alsoVolunteer = town.someone('volunteer', '周敏', { accountId: daughter.accountId });
    const abroad = town.someone('family', '周敏', { accountId: daughter.accountId, streetId: town.other.id });
    await notices.door.tell([notice({ id: 'as family' })]);
    expect((await as(alsoVolunteer).notices.list()).items).toEqual([]);
    expect((await as(abroad).notices.list()).items).toEqual([]);
  });

  it('refuse a place that the list did not give', async () => {
    await expect(as(daughter).notices.list({ cursor: 'x' })).rejects.toMatchObject({ code: 'bad_input' });
  });
});
