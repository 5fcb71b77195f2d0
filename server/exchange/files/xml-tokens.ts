import { fileRefusal } from './faults.ts';

/** What the tokens of a part are told to; names are without their prefix. */
export interface XmlListener {
  /** `attributes` as written, for `attributeOf`. A tag that closes itself is opened and closed. */
  open(name: string, attributes: string): void;
  /** Text may come in several pieces; entities are resolved. */
  text(text: string): void;
  close(name: string): void;
}

export interface XmlTokens {
  /** Takes the next piece of the part. */
  feed(bytes: Uint8Array): void;
  /** After the last piece: what was opened must have been closed. */
  end(): void;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Longest tag, comment or the like; a part that exceeds it is no honest one. */
const longestMark = 1_000_000;
const deepest = 100;

function resolve(entity: string): string {
  const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  const text = entity.startsWith('#')
    ? code > 0 && code <= 0x10ffff
      ? String.fromCodePoint(code)
      : null
    : named[entity];
  if (text == null) throw fileRefusal('damaged');
  return text;
}

const unescapeXml = (raw: string): string =>
  raw.includes('&') ? raw.replace(/&([^;&]{0,12});?/g, (_, entity: string) => resolve(entity)) : raw;

const attribute = new Map<string, RegExp>();

/** The value of an attribute; `name` is as written or without its prefix. Undefined when it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let pattern = attribute.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attribute.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  return match ? unescapeXml(match[1] ?? match[2]!) : undefined;
}

const [doubleQuote, singleQuote, greater, slash] = [0x22, 0x27, 0x3e, 0x2f];

/** Where the tag ends that begins before `from`: a '>' outside quotes; -1 when it is not there yet. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (quote !== 0) {
      if (sign === quote) quote = 0;
    } else if (sign === greater) return at;
    else if (sign === doubleQuote || sign === singleQuote) quote = sign;
  }
  return -1;
}

/** Where the name ends with which the content of a tag begins. */
function nameEnd(content: string): number {
  let at = 0;
  while (at < content.length && content.charCodeAt(at) > 0x20) at++;
  return at;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * The tokens of one XML part of a workbook, piece by piece. Strict: what is not well-formed UTF-8 or not well nested is
 * refused as damaged; declarations of a DOCTYPE are refused, so there are no entities but XML's own five.
 */
export function xmlTokens(to: XmlListener): XmlTokens {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stack: string[] = [];
  let rest = '';

  function tag(content: string): void {
    if (content.charCodeAt(0) === slash) {
      const name = withoutPrefix(content.slice(1).trimEnd());
      if (stack.pop() !== name) throw fileRefusal('damaged');
      to.close(name);
      return;
    }
    const self = content.charCodeAt(content.length - 1) === slash;
    const bare = self ? content.slice(0, -1) : content;
    const end = nameEnd(bare);
    if (end === 0 || stack.length >= deepest) throw fileRefusal('damaged');
    const name = withoutPrefix(bare.slice(0, end));
    to.open(name, bare.slice(end));
    if (self) to.close(name);
    else stack.push(name);
  }

  /** Takes one '<…>' that begins at `at`; answers where it ends, or -1 when its end is not there yet. */
  function mark(text: string, at: number): number {
    const second = text[at + 1];
    if (second === '?') {
      const end = text.indexOf('?>', at + 2);
      return end === -1 ? -1 : end + 2;
    }
    if (second !== '!') {
      const end = tagEnd(text, at + 1);
      if (end === -1) return -1;
      tag(text.slice(at + 1, end));
      return end + 1;
    }
    if (text.length - at < 9) return -1;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      return end === -1 ? -1 : end + 3;
    }
    if (!text.startsWith('<![CDATA[', at)) throw fileRefusal('doctype');
    const end = text.indexOf(']]>', at + 9);
    if (end === -1) return -1;
    to.text(text.slice(at + 9, end));
    return end + 3;
  }

  /** Takes the text before the next mark, but no entity that may go on in the next piece; answers where it ends. */
  function run(text: string, at: number): number {
    const next = text.indexOf('<', at);
    let end = next === -1 ? text.length : next;
    if (next === -1) {
      const entity = text.lastIndexOf('&');
      if (entity >= at && text.length - entity < 14 && !text.includes(';', entity)) end = entity;
    }
    if (end > at) to.text(unescapeXml(text.slice(at, end)));
    return end;
  }

  function take(text: string): void {
    let at = 0;
    while (at < text.length) {
      const end = text[at] === '<' ? mark(text, at) : run(text, at);
      if (end === -1 || end === at) break;
      at = end;
    }
    rest = text.slice(at);
    if (rest.length > longestMark) throw fileRefusal('damaged');
  }

  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw fileRefusal('damaged');
    }
  };
  return {
    feed: (bytes) => take(rest + decode(bytes)),
    end() {
      take(rest + decode());
      if (rest !== '' || stack.length > 0) throw fileRefusal('damaged');
    },
  };
}

/** The tokens of a part that is held whole. */
export function readXml(text: string, to: Partial<XmlListener>): void {
  const tokens = xmlTokens({ open() {}, text() {}, close() {}, ...to });
  tokens.feed(Buffer.from(text));
  tokens.end();
}
