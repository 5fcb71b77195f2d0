import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesGcm, type Cipher, createFieldCipher, SealBroken } from './field-cipher.ts';

const key = (fill: number) => Buffer.alloc(32, fill);
const place = { collection: 'elders', field: 'phone', id: 'a1' };
const indexKey = key(50);
const cipher = createFieldCipher({ keys: [{ id: 1, key: key(1) }], indexKey });

describe('seal and open', () => {
  it('gives back any text, and never the same envelope twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const envelope = cipher.seal(value, place);
        expect(cipher.open(envelope, place)).toBe(value);
        expect(cipher.seal(value, place)).not.toBe(envelope);
        expect(envelope).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it.each([{ collection: 'people' }, { field: 'door' }, { id: 'a2' }])(
    'refuses a value moved to another %j',
    (moved) => {
      const envelope = cipher.seal('13800001234', place);
      expect(() => cipher.open(envelope, { ...place, ...moved })).toThrow(SealBroken);
    },
  );

  it('refuses a wrong key under the same number', () => {
    const stranger = createFieldCipher({ keys: [{ id: 1, key: key(9) }], indexKey });
    expect(() => stranger.open(cipher.seal('13800001234', place), place)).toThrow(SealBroken);
  });

  it('refuses any changed byte, and says nothing of the value', () => {
    const envelope = Buffer.from(cipher.seal('13800001234', place), 'base64url');
    for (let at = 0; at < envelope.length; at++) {
      const changed = Buffer.from(envelope);
      changed[at]! ^= 1;
      expect(() => cipher.open(changed.toString('base64url'), place)).toThrow(
        /^sealed value of elders\.phone does not open/,
      );
    }
  });

  it.each(['', 'AQ', 'AQAB', '!!!', '张三'])('refuses %j, which is no envelope', (text) => {
    expect(() => cipher.open(text, place)).toThrow(SealBroken);
  });
});

describe('sealBytes and openBytes', () => {
  it('give back any bytes, under the same head as texts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (value) => {
        const envelope = cipher.sealBytes(value, place);
        expect(cipher.openBytes(envelope, place).equals(value)).toBe(true);
        expect(cipher.isStale(envelope.toString('base64url'))).toBe(false);
      }),
    );
  });

  it('refuse another place, a changed byte and what is no envelope', () => {
    const envelope = cipher.sealBytes(Buffer.from('13800001234'), place);
    expect(envelope.includes('13800001234')).toBe(false);
    expect(() => cipher.openBytes(envelope, { ...place, id: 'a2' })).toThrow(SealBroken);
    envelope[envelope.length - 1]! ^= 1;
    expect(() => cipher.openBytes(envelope, place)).toThrow(SealBroken);
    expect(() => cipher.openBytes(Buffer.alloc(0), place)).toThrow(SealBroken);
  });
});

describe('rotation', () => {
  const rotated = createFieldCipher({ keys: [2, 1].map((id) => ({ id, key: key(id) })), indexKey });

  it('opens what the old key sealed, and knows that it is stale', () => {
    const old = cipher.seal('13800001234', place);
    expect(rotated.open(old, place)).toBe('13800001234');
    expect(rotated.isStale(old)).toBe(true);
    expect(rotated.isStale(rotated.seal('13800001234', place))).toBe(false);
  });

  it('seals with the newest key only', () => {
    expect(() => cipher.open(rotated.seal('13800001234', place), place)).toThrow(/no key number 2/);
  });

  it('takes another cipher beside the first', () => {
    const other: Cipher = { ...aesGcm, version: 2 };
    const both = createFieldCipher({ keys: [{ id: 1, key: key(1) }], indexKey, ciphers: [other, aesGcm] });
    expect(both.open(cipher.seal('old', place), place)).toBe('old');
    expect(both.isStale(cipher.seal('old', place))).toBe(true);
    expect(both.open(both.seal('new', place), place)).toBe('new');
    expect(() => cipher.open(both.seal('new', place), place)).toThrow(/unknown form/);
  });
});

describe('indexOf', () => {
  it('is equal for equal values of one field, and for nothing else', () => {
    const index = cipher.indexOf('phone', '13800001234');
    expect(Buffer.from(index, 'base64url')).toHaveLength(16);
    expect(cipher.indexOf('phone', '13800001234')).toBe(index);
    expect(cipher.indexOf('phone', '13800001235')).not.toBe(index);
    expect(cipher.indexOf('idNumber', '13800001234')).not.toBe(index);
    const stranger = createFieldCipher({ keys: [{ id: 1, key: key(1) }], indexKey: key(51) });
    expect(stranger.indexOf('phone', '13800001234')).not.toBe(index);
  });
});

it('refuses to work without a key', () => {
  expect(() => createFieldCipher({ keys: [], indexKey })).toThrow('no field key');
});
