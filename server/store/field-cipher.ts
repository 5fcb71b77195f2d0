import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { NumberedKey } from '../config.ts';

/** Where a sealed value lives. It is bound to this place: moved to another document or field, it does not open. */
export interface Place {
  collection: string;
  field: string;
  id: string;
}

/** One way of authenticated encryption; another (SM4 with HMAC-SM3, say) is one more object with its own version. */
export interface Cipher {
  /** First byte of every envelope that it made. */
  version: number;
  seal(plain: Buffer, key: KeyObject, context: Buffer): Buffer;
  /** Throws if key, context or bytes are not those of `seal`. */
  open(sealed: Buffer, key: KeyObject, context: Buffer): Buffer;
}

/** A sealed value could not be opened: wrong key, wrong place, or damaged. The message names place and no value. */
export class SealBroken extends Error {
  constructor(place: Place, why: string) {
    super(`sealed value of ${place.collection}.${place.field} does not open: ${why}`);
    this.name = 'SealBroken';
  }
}

/** The number of the key that is never turned; those of the configuration begin with 1. */
const LASTING = 0;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: iv (12 bytes), tag (16), ciphertext. */
export const aesGcm: Cipher = {
  version: 1,
  seal(plain, key, context) {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(context);
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]);
  },
  open(sealed, key, context) {
    const iv = sealed.subarray(0, IV_BYTES);
    const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(context);
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  },
};

export interface FieldCipher {
  /** Seals a text for its place: base64url of version (1 byte), key number (2), and the cipher's bytes. */
  seal(value: string, place: Place): string;
  /** Opens what `seal` made for the same place; throws `SealBroken` otherwise. */
  open(envelope: string, place: Place): string;
  /** As `seal`, for bytes: the same envelope, unencoded. */
  sealBytes(value: Uint8Array, place: Place): Buffer;
  /** Opens what `sealBytes` made for the same place; throws `SealBroken` otherwise. */
  openBytes(envelope: Uint8Array, place: Place): Buffer;
  /**
   * As `seal`, with a key of its own that comes from the index key and is never turned: for what may not be written
   * again, like the audit, whose hashes cover the envelope. Opened by `open`.
   */
  sealLasting(value: string, place: Place): string;
  /** The numbers of the keys that open envelopes, the newest first. */
  keyIds: readonly number[];
  /** True if a value was not sealed with the newest key and cipher: key rotation then seals it again. */
  isStale(envelope: string): boolean;
  /**
   * The lookup form of a value: equal values of one field are equal, nothing else can be told from it. 16 bytes of
   * HMAC-SHA256, base64url. The caller normalises first (a phone to its digits).
   */
  indexOf(field: string, value: string): string;
  /**
   * A signature that only the holder of the index key can make: 32 bytes of HMAC-SHA256 under a key of this purpose,
   * base64url. It stays the same when field keys are changed.
   */
  mac(purpose: string, text: string): string;
}

export interface FieldCipherOptions {
  /** All keys that may have sealed something; the first one seals. */
  keys: readonly NumberedKey[];
  indexKey: Buffer;
  /** All ciphers that may have sealed something; the first one seals. */
  ciphers?: readonly [Cipher, ...Cipher[]];
}

/** Seals personal data in the database field by field. Throws if no key is given. */
export function createFieldCipher({ keys, indexKey, ciphers = [aesGcm] }: FieldCipherOptions): FieldCipher {
  const [newest] = keys;
  if (!newest) throw new Error('no field key');
  // Made once: to make a key ready costs more than to open a short text with it.
  const byId = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]));
  const byVersion = new Map(ciphers.map((cipher) => [cipher.version, cipher]));
  const head = Buffer.from([ciphers[0].version, newest.id >> 8, newest.id & 0xff]);
  const derived = new Map<string, KeyObject>();
  const derive = (name: string): KeyObject => {
    let key = derived.get(name);
    if (!key) {
      key = createSecretKey(createHmac('sha256', indexKey).update(name).digest());
      derived.set(name, key);
    }
    return key;
  };

  const contextOf = (start: Buffer, { collection, field, id }: Place) =>
    Buffer.concat([start, Buffer.from(`${collection}.${field}:${id}`)]);

  byId.set(LASTING, derive('seal:lasting'));
  const lastingHead = Buffer.from([ciphers[0].version, 0, LASTING]);
  function sealWith(start: Buffer, value: Uint8Array, place: Place): Buffer {
    const key = byId.get(start.readUInt16BE(1))!;
    return Buffer.concat([start, ciphers[0].seal(Buffer.from(value), key, contextOf(start, place))]);
  }
  const sealBytes = (value: Uint8Array, place: Place): Buffer => sealWith(head, value, place);

  function openBytes(envelope: Uint8Array, place: Place): Buffer {
    const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
    const start = bytes.subarray(0, head.length);
    const cipher = byVersion.get(start[0] ?? -1);
    if (!cipher || start.length < head.length) throw new SealBroken(place, 'unknown form');
    const key = byId.get(start.readUInt16BE(1));
    if (!key) throw new SealBroken(place, `no key number ${start.readUInt16BE(1)}`);
    try {
      return cipher.open(bytes.subarray(head.length), key, contextOf(start, place));
    } catch {
      throw new SealBroken(place, 'wrong key, wrong place, or damaged');
    }
  }

  return {
    sealBytes,
    openBytes,
    seal: (value, place) => sealBytes(Buffer.from(value), place).toString('base64url'),
    open: (envelope, place) => openBytes(Buffer.from(envelope, 'base64url'), place).toString(),
    sealLasting: (value, place) => sealWith(lastingHead, Buffer.from(value), place).toString('base64url'),
    keyIds: keys.map(({ id }) => id),
    isStale: (envelope) => !Buffer.from(envelope.slice(0, 4), 'base64url').equals(head),
    indexOf(field, value) {
      const digest = createHmac('sha256', derive(`index:${field}`))
        .update(value)
        .digest();
      return digest.subarray(0, 16).toString('base64url');
    },
    mac: (purpose, text) =>
      createHmac('sha256', derive(`mac:${purpose}`))
        .update(text)
        .digest('base64url'),
  };
}
