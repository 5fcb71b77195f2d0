import { describe, expect, test } from 'vitest';
import { checkGrant, emptyGrant, untilDay } from './grant-draft.ts';

const id = '6650f0a1b2c3d4e5f6a7b8c9';
const noon = Date.parse('2026-05-02T04:00:00.000Z');

describe('asking to act for an elder', () => {
  test('the last day counts in the time of the street', () => {
    expect(untilDay('year', Date.parse('2026-05-01T16:30:00.000Z'))).toBe('2027-05-02');
    expect(untilDay('quarter', noon)).toBe('2026-08-01');
  });

  test('an empty form names every field that is missing, in words', () => {
    const checked = checkGrant({ ...emptyGrant(id), scopes: [] }, noon);
    expect(checked).toEqual({
      wrong: {
        streetId: '请选街道。',
        communityId: '请选社区。',
        elderName: '请填老人姓名',
        relation: '请选与老人的关系。',
        scopes: '请至少选一项',
      },
    });
  });

  test('a filled form becomes the request; an empty phone is none', () => {
    const draft = { ...emptyGrant(id, 'daughter'), streetId: id, communityId: id, elderName: ' 王秀兰 ' };
    expect(checkGrant(draft, noon)).toEqual({
      input: {
        id,
        streetId: id,
        communityId: id,
        elderName: '王秀兰',
        elderPhone: null,
        relation: 'daughter',
        scopes: ['see', 'ask', 'confirm'],
        until: '2027-05-02',
      },
    });
  });

  test('a phone that cannot be one is refused beside its field', () => {
    const draft = { ...emptyGrant(id, 'son'), streetId: id, communityId: id, elderName: '王秀兰', elderPhone: '12' };
    expect(checkGrant(draft, noon)).toEqual({ wrong: { elderPhone: '请填手机号，或带区号的座机号' } });
  });
});
