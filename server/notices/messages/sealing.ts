import type { FieldCipher } from '../../store/field-cipher.ts';
import type { StoredMessage } from './stored-message.ts';

/** As it lies in the database. */
export interface SealedMessage extends Omit<StoredMessage, 'to' | 'code'> {
  to: Omit<StoredMessage['to'], 'phone'> & { phone: string };
  code: string;
  codeKey: string | null;
}

/** Who gets a message and what it says: sealed in the database, open in memory. */
export function createMessageSealing(cipher: FieldCipher) {
  const place = (field: string, id: string) => ({ collection: 'messages', field, id });
  const seal = (field: string, id: string, text: string) => (text === '' ? '' : cipher.seal(text, place(field, id)));
  const open = (field: string, id: string, text: string) => (text === '' ? '' : cipher.open(text, place(field, id)));
  const codeKeyOf = (code: string): string => cipher.indexOf('messages.code', code.toLowerCase());

  return {
    codeKeyOf,
    /** Fits the 15 bytes that the voice service gives back. */
    outIdOf: (id: string): string => cipher.indexOf('messages.out', id).replace(/[-_]/g, '0').slice(0, 15),
    /** What quotas are counted under. */
    addressKeyOf: (channel: string, address: string): string => `${channel}:${cipher.indexOf('messages.to', address)}`,

    seal: ({ to, title, body, code, ...rest }: StoredMessage): SealedMessage => ({
      ...rest,
      to: { ...to, name: seal('to.name', rest._id, to.name), phone: seal('to.phone', rest._id, to.phone ?? '') },
      title: seal('title', rest._id, title),
      body: seal('body', rest._id, body),
      code: seal('code', rest._id, code ?? ''),
      codeKey: code && codeKeyOf(code),
    }),
    open: ({ to, title, body, code, codeKey: _, ...rest }: SealedMessage): StoredMessage => ({
      ...rest,
      to: { ...to, name: open('to.name', rest._id, to.name), phone: open('to.phone', rest._id, to.phone) || null },
      title: open('title', rest._id, title),
      body: open('body', rest._id, body),
      code: open('code', rest._id, code) || null,
    }),
  };
}

export type MessageSealing = ReturnType<typeof createMessageSealing>;
