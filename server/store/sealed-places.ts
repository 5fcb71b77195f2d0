/** One place in the documents of a collection where an envelope of the field cipher lies. */
export interface SealedPath {
  /** From the document down, `[]` after the name of a list: `changes[].before`. */
  path: string;
  /**
   * The field's name as it was sealed under; from the list's item where each has its own. Null: the bytes there are
   * not sealed themselves.
   */
  field: string | ((item: Record<string, unknown>) => string) | null;
  /** What is kept there is a document of another collection, as BSON, with envelopes of its own. */
  holds?: SealedPlaces;
}

/**
 * Every sealed place of one collection, declared beside its model. Key rotation walks these, so a place that is not
 * declared would keep its old key; a test finds such a one.
 */
export interface SealedPlaces {
  collection: string;
  paths: readonly SealedPath[];
}

/** One envelope as it lies in a document: where to write it back, and the field's name it is bound to. */
export interface FoundEnvelope {
  /** Dotted, with the numbers of list items: `changes.3.before`. */
  at: string;
  field: string | null;
  envelope: string | Buffer;
  holds?: SealedPlaces | undefined;
}

type Inner = Record<string, unknown>;

const bytesOf = (value: unknown): Buffer | null => {
  if (Buffer.isBuffer(value)) return value;
  const inner = (value as { buffer?: unknown } | null)?.buffer;
  return inner instanceof Uint8Array ? Buffer.from(inner) : null;
};

/** The envelopes of a document at the declared places; '' and what is not there are left out. */
export function* envelopesIn(document: Inner, { paths }: SealedPlaces): Generator<FoundEnvelope> {
  for (const one of paths) yield* below(document, one.path.split('.'), '', one);
}

function* below(at: Inner, [step, ...rest]: string[], prefix: string, sealed: SealedPath): Generator<FoundEnvelope> {
  const isList = step!.endsWith('[]');
  const name = isList ? step!.slice(0, -2) : step!;
  const value = at[name];
  const where = prefix + name;
  if (value === null || value === undefined || value === '') return;
  if (isList) {
    for (const [i, item] of (value as Inner[]).entries()) yield* below(item, rest, `${where}.${i}.`, sealed);
  } else if (rest.length) {
    yield* below(value as Inner, rest, `${where}.`, sealed);
  } else {
    const envelope = typeof value === 'string' ? value : bytesOf(value);
    const { field, holds } = sealed;
    if (envelope) yield { at: where, field: typeof field === 'function' ? field(at) : field, envelope, holds };
  }
}
