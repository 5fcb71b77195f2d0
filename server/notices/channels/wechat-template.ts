import { dayOf, timeOf } from '@wubian/shared/time.ts';
import type { TemplateSource, WechatTemplate } from '../../wechat-templates.ts';
import { kindLabels, type Outgoing } from './channel.ts';

const cut = (text: string, max: number): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= max ? characters.join('') : `${characters.slice(0, max - 1).join('')}…`;
};

/**
 * WeChat's limits by the kind of parameter, which is the name without its number; a value beyond them is refused with
 * 47003. `thing` 20 characters, `phrase` 5 Han characters, `character_string` 32 without Han, `name` 10, `time` and
 * `date` 24-hour with or without the day.
 */
const fit: Record<string, (text: string) => string> = {
  thing: (text) => cut(text, 20) || '－',
  phrase: (text) => [...text.replace(/\P{Script=Han}/gu, '')].slice(0, 5).join('') || '提醒',
  name: (text) => cut(text, 10) || '－',
  character_string: (text) => text.replace(/[^\x21-\x7e]/g, '').slice(0, 32) || '-',
  time: (text) => text,
  date: (text) => text,
};

const sayTime = (at: Date): string => {
  const [year, month, day] = dayOf(at).split('-').map(Number);
  return `${year}年${month}月${day}日 ${timeOf(at)}`;
};

/** The `data` of a subscribe message, every value within its limit. */
export function templateData({ params }: WechatTemplate, { title, body, at, kind }: Outgoing) {
  const sources: Record<TemplateSource, string> = { title, body, at: sayTime(at), kind: kindLabels[kind] };
  return Object.fromEntries(
    Object.entries(params).map(([name, source]) => {
      const shape = fit[name.replace(/\d+$/, '')] ?? ((text: string) => cut(text, 20));
      return [name, { value: shape(sources[source]) }];
    }),
  );
}
