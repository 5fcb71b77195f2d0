import { describe, expect, it } from 'vitest';
import type { Elder } from '../elders/use-elders.ts';
import { type AddressForm, changesOf, groupFormOf, type HiddenForm, type PersonForm } from './group-form.ts';

const id = '0123456789abcdef01234567';
const facts = {
  name: '王秀兰',
  sex: 'female',
  birthDate: '1944-03-08',
  birthSaid: '',
  fileNumber: '',
  idNumberMasked: '120999********1234',
  phoneMasked: '138****1234',
  landlineMasked: null,
  address: { communityId: id, gridId: null, estateId: id, building: '3' },
  point: null,
  doorNotes: '敲门',
  contacts: [{ name: '周敏', relation: '女儿', phoneMasked: '138****5678' }],
  keyHolders: [],
  living: 'alone',
  marital: null,
  childrenLive: null,
  ruralHome: false,
  hasSupporter: null,
  family: '',
  chronic: ['高血压'],
} as unknown as Elder['facts'];

describe('the form of a group', () => {
  it('sends nothing when nothing was touched', () => {
    for (const group of ['identity', 'where', 'living', 'contacts', 'health'] as const) {
      const form = groupFormOf(facts, group);
      expect(changesOf(form, form)).toEqual({});
    }
  });

  it('keeps a hidden number unless a new one was typed or it was emptied', () => {
    const base = groupFormOf(facts, 'identity');
    const phone = base.phone as HiddenForm;
    expect(phone).toEqual({ what: 'keep', text: '', masked: '138****1234' });
    expect(changesOf({ ...base, phone: { ...phone, what: 'fresh', text: '' } }, base)).toEqual({});
    const fresh = { ...base, phone: { ...phone, what: 'fresh' as const, text: ' 13900001111 ' } };
    expect(changesOf(fresh, base)).toEqual({ phone: '13900001111' });
    expect(changesOf({ ...base, phone: { ...phone, what: 'none' } }, base)).toEqual({ phone: null });
  });

  it('sends only the parts of the door that were typed', () => {
    const base = groupFormOf(facts, 'where');
    const address = { ...(base.address as AddressForm), room: '502' };
    expect(changesOf({ ...base, address }, base)).toEqual({
      address: { communityId: id, gridId: null, estateId: id, room: '502' },
    });
  });

  it('keeps the number of a contact whose name changed, and takes a new one', () => {
    const base = groupFormOf(facts, 'contacts');
    const [her] = base.contacts as PersonForm[];
    const other = { name: '周强', relation: '儿子', phone: '13900002222', was: null, masked: '' };
    expect(changesOf({ ...base, contacts: [other, { ...her!, relation: '长女' }] }, base)).toEqual({
      contacts: [
        { name: '周强', relation: '儿子', phone: '13900002222', was: null },
        { name: '周敏', relation: '长女', phone: null, was: 0 },
      ],
    });
  });

  it('reads choices, lists and days as people give them', () => {
    const living = groupFormOf(facts, 'living');
    expect(changesOf({ ...living, living: '', ruralHome: 'true', marital: 'widowed' }, living)).toEqual({
      living: null,
      ruralHome: true,
      marital: 'widowed',
    });
    const health = groupFormOf(facts, 'health');
    expect(changesOf({ ...health, chronic: '高血压、糖尿病，冠心病' }, health)).toEqual({
      chronic: ['高血压', '糖尿病', '冠心病'],
    });
    const identity = groupFormOf(facts, 'identity');
    expect(changesOf({ ...identity, birthDate: '1944年3月9日' }, identity)).toEqual({ birthDate: '1944-03-09' });
  });
});
