import type * as z from 'zod';
import { bsonType, endOfName, numberAt, sizeOf, typeName } from './bson-values.ts';
import * as sink from './json-sink.ts';

/** A stored document does not match the output schema; names the field and the types, never a value. */
export class WrongDocument extends Error {
  constructor(path: string, what: string) {
    super(`stored document does not match its wire form: ${path || 'document'} ${what}`);
    this.name = 'WrongDocument';
  }
}

/** Writes the value of BSON type `type` at `at` to the sink. Throws `WrongDocument`. */
type Write = (source: Buffer, type: number, at: number) => void;

interface Def {
  type: string;
  format?: string;
  innerType?: z.core.$ZodType;
  element?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
  entries?: Record<string, string | number>;
  values?: readonly unknown[];
}
const defOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Def;

/** Fields of one object, as many as two 32-bit numbers have bits. */
const MOST_FIELDS = 64;

const COMMA = 44;
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125];
/** 0000-01-01 and 10000-01-01: outside, ISO 8601 has another form. */
const [FIRST_MS, END_MS] = [-62_167_219_200_000, 253_402_300_800_000];

const refuse = (path: string, wanted: string, type: number): never => {
  throw new WrongDocument(path, `is ${typeName(type)}, not ${wanted}`);
};

const writeString =
  (path: string): Write =>
  (source, type, at) => {
    if (type === bsonType.string) sink.text(source, at + 4, source.readInt32LE(at) - 1);
    else if (type === bsonType.objectId) sink.hex(source, at, 12);
    else refuse(path, 'string', type);
  };

const writeInstant =
  (path: string): Write =>
  (source, type, at) => {
    if (type !== bsonType.date) refuse(path, 'date', type);
    const ms = source.readUInt32LE(at) + source.readInt32LE(at + 4) * 0x1_0000_0000;
    if (ms < FIRST_MS || ms >= END_MS) throw new WrongDocument(path, 'is a date beyond the year 9999');
    sink.instant(ms);
  };

const writeNumber =
  (path: string, wholeOnly: boolean): Write =>
  (source, type, at) => {
    const value = numberAt(source, type, at);
    if (!Number.isFinite(value) || (wholeOnly && !Number.isSafeInteger(value)))
      refuse(path, wholeOnly ? 'int' : 'number', type);
    sink.room(32);
    sink.ascii(String(value));
  };

const writeBoolean =
  (path: string): Write =>
  (source, type, at) => {
    if (type !== bsonType.boolean) refuse(path, 'boolean', type);
    sink.room(5);
    sink.ascii(source[at] ? 'true' : 'false');
  };

/** Enums and literals: texts are compared as bytes, other values as what they are. */
function writeOneOf(path: string, values: readonly unknown[]): Write {
  const texts = values.filter((value) => typeof value === 'string').map((value) => Buffer.from(value));
  const others = values.filter((value) => typeof value !== 'string');
  return (source, type, at) => {
    sink.room(32);
    if (type === bsonType.string) {
      const length = source.readInt32LE(at) - 1;
      for (const text of texts) {
        if (text.length !== length || source.compare(text, 0, length, at + 4, at + 4 + length) !== 0) continue;
        sink.text(text, 0, length);
        return;
      }
    }
    const value =
      type === bsonType.null ? null : type === bsonType.boolean ? source[at] === 1 : numberAt(source, type, at);
    if (type === bsonType.string || !others.includes(value))
      throw new WrongDocument(path, 'is none of its allowed values');
    sink.ascii(String(value));
  };
}

function writeArray(path: string, element: z.core.$ZodType): Write {
  const write = compile(element, `${path}[]`);
  return (source, type, at) => {
    if (type !== bsonType.array) refuse(path, 'array', type);
    const end = at + source.readInt32LE(at) - 1;
    sink.room(2);
    sink.byte(OPEN_LIST!);
    for (let i = at + 4; i < end; ) {
      const elementType = source[i]!;
      const value = endOfName(source, i + 1) + 1;
      sink.room(2);
      if (i > at + 4) sink.byte(COMMA);
      write(source, elementType, value);
      i = value + sizeOf(source, elementType, value);
    }
    sink.room(1);
    sink.byte(CLOSE_LIST!);
  };
}

interface Field {
  name: string;
  stored: Buffer;
  /** `"name":`, ready to be copied. */
  label: Buffer;
  /** Place in the schema. */
  index: number;
  required: boolean;
  write: Write;
}

const isOptional = (schema: z.core.$ZodType): boolean => schema._zod.optout === 'optional';

function writeObject(
  path: string,
  shape: Record<string, z.core.$ZodType>,
  rename: Readonly<Record<string, string>>,
): Write {
  const fields = Object.entries(shape).map(
    ([name, schema], index): Field => ({
      name,
      stored: Buffer.from(rename[name] ?? name),
      label: Buffer.from(`${JSON.stringify(name)}:`),
      index,
      required: !isOptional(schema),
      write: compile(schema, path ? `${path}.${name}` : name),
    }),
  );
  if (fields.length > MOST_FIELDS)
    throw new Error(`bson-json takes at most ${MOST_FIELDS} fields at ${path || 'the document'}`);
  const byStored = new Map(fields.map((field) => [field.stored.toString('latin1'), field]));
  const requiredCount = fields.filter(({ required }) => required).length;

  const matches = ({ stored }: Field, source: Buffer, from: number, end: number): boolean => {
    if (stored.length !== end - from) return false;
    for (let i = 0; i < stored.length; i++) if (stored[i] !== source[from + i]) return false;
    return true;
  };

  return (source, type, at) => {
    if (type !== bsonType.object) refuse(path, 'object', type);
    const end = at + source.readInt32LE(at) - 1;
    // Fields seen, as bits of two numbers: cheaper on the hot path than a set.
    let low = 0;
    let high = 0;
    let next = 0;
    let found = 0;
    sink.room(2);
    sink.byte(OPEN!);
    for (let i = at + 4; i < end; ) {
      const fieldType = source[i]!;
      const nameEnd = endOfName(source, i + 1);
      const value = nameEnd + 1;
      // Documents mostly keep the order of the schema; only what stands elsewhere is looked up by name.
      let field = fields[next];
      if (!field || !matches(field, source, i + 1, nameEnd))
        field = byStored.get(source.toString('latin1', i + 1, nameEnd));
      if (field && fieldType !== bsonType.undefined) {
        const bit = 1 << (field.index % 32);
        if ((field.index < 32 ? low : high) & bit) throw new WrongDocument(path, `has ${field.name} twice`);
        sink.room(field.label.length + 2);
        if (low | high) sink.byte(COMMA);
        if (field.index < 32) low |= bit;
        else high |= bit;
        if (field.required) found++;
        next = field.index + 1;
        sink.bytes(field.label);
        field.write(source, fieldType, value);
      }
      i = value + sizeOf(source, fieldType, value);
    }
    if (found < requiredCount) {
      const isSeen = ({ index }: Field) => ((index < 32 ? low : high) & (1 << (index % 32))) !== 0;
      const missing = fields.filter((field) => field.required && !isSeen(field)).map(({ name }) => name);
      throw new WrongDocument(path, `lacks ${missing.join(', ')}`);
    }
    sink.room(1);
    sink.byte(CLOSE!);
  };
}

function compile(schema: z.core.$ZodType, path: string, rename: Readonly<Record<string, string>> = {}): Write {
  const def = defOf(schema);
  switch (def.type) {
    case 'string':
      return def.format === 'datetime' ? writeInstant(path) : writeString(path);
    case 'number':
      return writeNumber(path, (schema as z.ZodNumber).isInt);
    case 'boolean':
      return writeBoolean(path);
    case 'enum':
      return writeOneOf(path, Object.values(def.entries!));
    case 'literal':
      return writeOneOf(path, def.values!);
    case 'array':
      return writeArray(path, def.element!);
    case 'object':
      return writeObject(path, def.shape!, rename);
    case 'nullable': {
      const write = compile(def.innerType!, path);
      return (source, type, at) => {
        if (type !== bsonType.null) return write(source, type, at);
        sink.room(4);
        sink.ascii('null');
      };
    }
    case 'optional':
    case 'default':
    case 'readonly':
      return compile(def.innerType!, path);
    default:
      throw new Error(`bson-json has no rule for a ${def.type} at ${path || 'the document'}`);
  }
}

export interface DocumentWriter {
  /** One document as JSON. */
  one(document: Uint8Array): Buffer;
  /** `prefixJson`, then the documents as a JSON list, then `]}`: e.g. prefix `{"next":null,"items":[`. */
  list(documents: readonly Uint8Array[], prefixJson?: string): Buffer;
}

export interface WriterOptions {
  /** Wire name → stored name of top-level fields; by default `id` is stored as `_id`. */
  rename?: Readonly<Record<string, string>>;
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Compiles an output schema into a writer from raw BSON (`{ raw: true }`) to JSON bytes, without objects between.
 * Only fields of the schema are written; types, required fields, enums and whole numbers are checked, and a mismatch
 * throws `WrongDocument` (length and pattern rules of strings are not checked). A Date serves an ISO datetime, an
 * ObjectId a string. Throws at once for a schema with a part that it has no rule for.
 */
export function compileWriter(schema: z.ZodObject, { rename = { id: '_id' } }: WriterOptions = {}): DocumentWriter {
  const write = compile(schema, '', rename);
  return {
    one(document) {
      sink.reset();
      write(asBuffer(document), bsonType.object, 0);
      return sink.written();
    },
    list(documents, prefixJson = '{"items":[') {
      const prefix = Buffer.from(prefixJson);
      sink.reset();
      sink.room(prefix.length);
      sink.bytes(prefix);
      documents.forEach((document, index) => {
        sink.room(1);
        if (index) sink.byte(COMMA);
        write(asBuffer(document), bsonType.object, 0);
      });
      sink.room(2);
      sink.byte(CLOSE_LIST!);
      sink.byte(CLOSE!);
      return sink.written();
    },
  };
}
