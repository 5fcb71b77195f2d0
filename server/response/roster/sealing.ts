import type { FieldCipher } from '../../store/field-cipher.ts';

/** Seals one text of one document; '' stays ''. */
export const sealIn =
  (cipher: FieldCipher, collection: string) =>
  (field: string, id: string, text: string): string =>
    text === '' ? '' : cipher.seal(text, { collection, field, id });

export const openIn =
  (cipher: FieldCipher, collection: string) =>
  (field: string, id: string, text: string): string =>
    text === '' ? '' : cipher.open(text, { collection, field, id });
