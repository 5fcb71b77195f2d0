import type * as z from 'zod';

type Field = z.core.$ZodType;

/** The schema inside optional, default, nullable and pipes: what the caller writes. */
function written(schema: Field): Field {
  const { def } = schema._zod as unknown as { def: { type: string; innerType?: Field; in?: Field } };
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
    case 'nonoptional':
      return written(def.innerType!);
    case 'pipe':
      return written(def.in!);
    default:
      return schema;
  }
}

function decodeOne(schema: Field, text: string): unknown {
  switch (schema._zod.def.type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

/**
 * Reads the texts of one URL field as the schema's kind of value. What cannot be read stays a text (or, for a single
 * value given twice, a list), so that the schema refuses it in words.
 */
function decodeField(schema: Field, texts: string[]): unknown {
  const kind = written(schema);
  if (kind._zod.def.type === 'array') {
    const element = written((kind._zod.def as unknown as { element: Field }).element);
    return texts.map((text) => decodeOne(element, text));
  }
  return texts.length === 1 ? decodeOne(kind, texts[0]!) : texts;
}

/** Turns the fields of a path or a query string into typed values by the input schema; unknown ones are kept. */
export function decodeFields(input: z.ZodObject, fields: Iterable<[string, string]>): Record<string, unknown> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of fields) texts.set(name, [...(texts.get(name) ?? []), text]);
  const shape = input.shape as Record<string, Field>;
  const decoded = [...texts].map(([name, values]) => {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    return [name, schema ? decodeField(schema, values) : values] as const;
  });
  return Object.fromEntries(decoded);
}
