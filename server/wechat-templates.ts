import { type MessageKind, messageKinds } from './notices/door.ts';

/** What a template's parameter may be filled with. */
const templateSources = ['title', 'body', 'at', 'kind'] as const;
export type TemplateSource = (typeof templateSources)[number];

/** A template of the mini-program and its parameters, e.g. `thing1` → title. */
export interface WechatTemplate {
  id: string;
  params: Readonly<Record<string, TemplateSource>>;
}

const example = 'alarm:模板ID:thing1=title:thing2=body:time3=at';
const isKind = (text: string): text is MessageKind => (messageKinds as readonly string[]).includes(text);
const isSource = (text: string): text is TemplateSource => (templateSources as readonly string[]).includes(text);

/**
 * Reads `kind:template id:parameter=source:…`, several parted by commas, as WeChat's console names the parameters of a
 * chosen template. Gives words when it is wrong.
 */
export function readTemplates(text: string): Partial<Record<MessageKind, WechatTemplate>> | string {
  const templates: Partial<Record<MessageKind, WechatTemplate>> = {};
  for (const one of text.split(',')) {
    const [kind = '', id = '', ...params] = one.trim().split(':');
    const pairs = params.map((param) => param.split('='));
    const read = pairs.flatMap(([name = '', source = '']) =>
      /^[a-z_]+\d+$/.test(name) && isSource(source) ? [[name, source] as const] : [],
    );
    if (!isKind(kind) || !/^[\w-]{8,64}$/.test(id) || read.length === 0 || read.length < pairs.length) {
      return `要写成“${example}”，多个用逗号分开；种类是 ${messageKinds.join('、')}，内容是 ${templateSources.join('、')}`;
    }
    templates[kind] = { id, params: Object.fromEntries(read) };
  }
  return templates;
}
