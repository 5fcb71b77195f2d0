/** BSON element types that the writer reads. */
export const bsonType = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  undefined: 6,
  objectId: 7,
  boolean: 8,
  date: 9,
  null: 10,
  int32: 16,
  int64: 18,
} as const;

const typeNames = new Map<number, string>(Object.entries(bsonType).map(([name, type]) => [type, name]));

/** What a BSON type is called in an error. */
export const typeName = (type: number): string => typeNames.get(type) ?? `bson type ${type}`;

/** Where the zero byte of a C string is. */
export function endOfName(source: Buffer, at: number): number {
  let end = at;
  while (source[end] !== 0) end++;
  return end;
}

const fixedSizes: Record<number, number> = {
  1: 8,
  6: 0,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

/** How many bytes a value takes; the BSON specification's table. Throws on a type that it does not have. */
export function sizeOf(source: Buffer, type: number, at: number): number {
  const fixed = fixedSizes[type];
  if (fixed !== undefined) return fixed;
  switch (type) {
    case 2: // string
    case 13: // code
    case 14: // symbol
      return 4 + source.readInt32LE(at);
    case 3: // object
    case 4: // array
    case 15: // code with scope
      return source.readInt32LE(at);
    case 5: // binary
      return 5 + source.readInt32LE(at);
    case 11: // regular expression
      return endOfName(source, endOfName(source, at) + 1) + 1 - at;
    case 12: // database pointer
      return 16 + source.readInt32LE(at);
    default:
      throw new Error(`no BSON type ${type}`);
  }
}

/** The number at `at`, or NaN if the type is no number or an int64 is beyond what a JSON reader keeps exactly. */
export function numberAt(source: Buffer, type: number, at: number): number {
  if (type === bsonType.int32) return source.readInt32LE(at);
  if (type === bsonType.double) return source.readDoubleLE(at);
  if (type !== bsonType.int64) return Number.NaN;
  const value = Number(source.readBigInt64LE(at));
  return Number.isSafeInteger(value) ? value : Number.NaN;
}
