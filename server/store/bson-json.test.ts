import fc from 'fast-check';
import { BSON } from 'mongodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compileWriter, WrongDocument } from './bson-json.ts';

const Wire = z.strictObject({
  id: z.string(),
  kind: z.enum(['助餐', '助"浴"', 'c']),
  form: z.literal(['v1', 2, true, null]),
  note: z.string(),
  count: z.number().int(),
  metres: z.number(),
  urgent: z.boolean(),
  at: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  nick: z.string().optional(),
  tags: z.array(z.string()),
  place: z.strictObject({ estate: z.string(), floor: z.number().int().nullable(), 'q"\n': z.boolean().optional() }),
  rows: z.array(z.strictObject({ n: z.number().int(), marks: z.array(z.number()) })).default([]),
});
const writer = compileWriter(Wire);

const day = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const text = fc.string({ unit: 'binary' });
const double = fc.double({ noNaN: true, noDefaultInfinity: true });
const stored = fc.record(
  {
    _id: fc.oneof(text, fc.constant(new BSON.ObjectId('0123456789abcdef01234567'))),
    kind: fc.constantFrom('助餐', '助"浴"', 'c'),
    form: fc.constantFrom<(string | number | boolean | null)[]>('v1', 2, true, null),
    note: text,
    count: fc.oneof(
      fc.maxSafeInteger(),
      fc.maxSafeInteger().map((n) => BSON.Long.fromNumber(n)),
    ),
    metres: fc.oneof(double, fc.integer()),
    urgent: fc.boolean(),
    at: day,
    until: fc.option(day),
    nick: text,
    tags: fc.array(text),
    place: fc.record(
      { estate: text, floor: fc.option(fc.integer()), 'q"\n': fc.boolean() },
      { requiredKeys: ['estate', 'floor'] },
    ),
    rows: fc.array(fc.record({ n: fc.integer(), marks: fc.array(double), hidden: text })),
  },
  {
    requiredKeys: ['_id', 'kind', 'form', 'note', 'count', 'metres', 'urgent', 'at', 'until', 'tags', 'place', 'rows'],
  },
);

/** Fields that the wire does not know, of every BSON type that can be made; they must be passed over. */
const foreign = {
  id: 'not me',
  phone: '13800001234',
  nothing: null,
  bin: new BSON.Binary(Buffer.from([1, 2, 3])),
  uuid: new BSON.UUID(),
  regex: /a+b/i,
  code: new BSON.Code('return 1'),
  scoped: new BSON.Code('return x', { x: 1 }),
  stamp: BSON.Timestamp.fromBits(1, 2),
  decimal: BSON.Decimal128.fromString('1.5'),
  min: new BSON.MinKey(),
  max: new BSON.MaxKey(),
  symbol: new BSON.BSONSymbol('s'),
  ref: new BSON.DBRef('c', new BSON.ObjectId()),
  deep: { a: [{ b: 1 }], kind: 'x' },
  int: new BSON.Int32(5),
  long: BSON.Long.fromNumber(9),
};

const serialize = (value: object) => BSON.serialize(value, { ignoreUndefined: true }) as Buffer;
const parse = (buffer: Buffer) => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(buffer));
/** The slow way: read the document into objects, pick the wire's fields, print and parse. */
function expected(bytes: Uint8Array) {
  const { _id, ...rest } = BSON.deserialize(bytes);
  const picked = Object.fromEntries(Object.entries({ ...rest, id: String(_id) }).filter(([key]) => key in Wire.shape));
  picked.rows = rest.rows.map(({ n, marks }: { n: number; marks: number[] }) => ({ n, marks }));
  return JSON.parse(JSON.stringify(picked));
}
const shuffled = (value: object) =>
  fc
    .shuffledSubarray(Object.entries(value), { minLength: Object.keys(value).length })
    .map((entries) => Object.fromEntries(entries));

describe('compileWriter', () => {
  it('writes what reading, picking and printing would, in any order of the fields', () => {
    fc.assert(
      fc.property(
        stored.chain((value) => shuffled({ ...foreign, ...value })),
        (value) => {
          const bytes = serialize(value);
          expect(parse(writer.one(bytes))).toEqual(expected(bytes));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('writes a list behind any prefix', () => {
    fc.assert(
      fc.property(fc.array(stored, { maxLength: 5 }), (values) => {
        const all = values.map((value) => new Uint8Array(serialize(value)));
        const list = parse(writer.list(all, `{"total":${all.length},"名":"张","items":[`));
        expect(list).toEqual({ total: all.length, 名: '张', items: all.map(expected) });
      }),
    );
  });

  it('escapes every control byte, quotes and backslashes', () => {
    const all = `${String.fromCharCode(...Array.from({ length: 256 }, (_, code) => code))}\u2028\u{1f475}`;
    const note = compileWriter(z.strictObject({ note: z.string() }));
    expect(parse(note.one(serialize({ note: all })))).toEqual({ note: all });
  });

  it('writes answers larger than its first memory, and small ones after it', () => {
    const note = compileWriter(z.strictObject({ note: z.string() }));
    const large = '长"'.repeat(1_500_000);
    expect(parse(note.one(serialize({ note: large }))).note).toBe(large);
    expect(parse(note.one(serialize({ note: 'x' })))).toEqual({ note: 'x' });
    expect(parse(note.list([]))).toEqual({ items: [] });
  });

  it('passes its own schema', () => {
    fc.assert(
      fc.property(stored, (value) => {
        expect(Wire.safeParse(parse(writer.one(serialize(value)))).success).toBe(true);
      }),
    );
  });
});

const good = {
  ...{ _id: 'a', kind: 'c', form: 2, note: '', count: 1, metres: 1.5, urgent: false, at: new Date(0), until: null },
  ...{ tags: [], place: { estate: 'e', floor: null }, rows: [] },
};

describe('a document that does not match', () => {
  it.each([
    ['a missing field', { note: undefined }, 'document lacks note'],
    ['null where nothing may be empty', { note: null }, 'note is null, not string'],
    ['null for an optional field', { nick: null }, 'nick is null, not string'],
    ['a number as text', { count: '1' }, 'count is string, not int'],
    ['a broken number', { count: 1.5 }, 'count is double, not int'],
    ['a number beyond exactness', { count: BSON.Long.MAX_VALUE }, 'count is int64, not int'],
    ['infinity', { metres: Number.POSITIVE_INFINITY }, 'metres is double, not number'],
    ['a date as text', { at: '2026-05-01T00:00:00.000Z' }, 'at is string, not date'],
    ['a date beyond ISO', { at: new Date(253_402_300_800_000) }, 'at is a date beyond the year 9999'],
    ['an unknown kind', { kind: 'd' }, 'kind is none of its allowed values'],
    ['a literal of another type', { form: '2' }, 'form is none of its allowed values'],
    ['a wrong element', { tags: ['a', 1] }, 'tags[] is int32, not string'],
    ['an array for an object', { place: [] }, 'place is array, not object'],
    ['an object for an array', { rows: {} }, 'rows is object, not array'],
    ['a missing field below', { place: { estate: 'e' } }, 'place lacks floor'],
    [
      'a wrong field below',
      {
        rows: [
          { n: 1, marks: [] },
          { n: true, marks: [] },
        ],
      },
      'rows[].n is boolean, not int',
    ],
    ['truth as a number', { urgent: 1 }, 'urgent is int32, not boolean'],
  ])('is refused for %s, named without its value', (_, change, words) => {
    expect(() => writer.one(serialize(good))).not.toThrow();
    const wrong = () => writer.one(serialize({ ...good, ...change }));
    expect(wrong).toThrow(WrongDocument);
    expect(wrong).toThrow(words);
  });

  it('leaves nothing behind for the next answer', () => {
    const before = writer.one(serialize(good));
    expect(() => writer.list([serialize(good), serialize({ ...good, note: 1 })])).toThrow(WrongDocument);
    expect(writer.one(serialize(good))).toEqual(before);
  });
});

it.each([
  z.union([z.string(), z.number()]),
  z.record(z.string(), z.string()),
  z.unknown(),
  z.string().transform(Number),
])('refuses at start a schema that it has no rule for', (part) => {
  expect(() => compileWriter(z.object({ part }))).toThrow(/has no rule for a \w+ at part/);
});

it('takes other stored names', () => {
  const renamed = compileWriter(z.strictObject({ id: z.string(), who: z.string() }), { rename: { who: 'w' } });
  expect(parse(renamed.one(serialize({ id: 'i', _id: 'x', w: 'me', who: 'no' })))).toEqual({ id: 'i', who: 'me' });
});

it('counts required fields beyond the thirty-second, too', () => {
  const names = Array.from({ length: 40 }, (_, n) => `f${n}`);
  const wide = compileWriter(z.strictObject(Object.fromEntries(names.map((name) => [name, z.number()]))));
  const all = Object.fromEntries(names.map((name, n) => [name, n]));
  expect(parse(wide.one(serialize(all)))).toEqual(all);
  expect(() => wide.one(serialize({ ...all, f5: undefined }))).toThrow('lacks f5');
  expect(() => wide.one(serialize({ ...all, f37: undefined }))).toThrow('lacks f37');
});

it('refuses a document that has one field twice', () => {
  const twice = Buffer.from(serialize({ a: 1, b: 2 }));
  twice[twice.indexOf('b\0')] = 'a'.charCodeAt(0);
  expect(() => compileWriter(z.strictObject({ a: z.number() })).one(twice)).toThrow('has a twice');
});
