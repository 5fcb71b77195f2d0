import type * as z from 'zod';
import { maskName } from '../masks.ts';
import { dayOf, timeOf } from '../time.ts';
import type { Incident, IncidentEntry } from './incident-schema.ts';
import { triages } from './labels.ts';

type Handed = Pick<
  z.output<typeof Incident>,
  | 'raisedAt'
  | 'sourceLabel'
  | 'statusLabel'
  | 'open'
  | 'words'
  | 'triage'
  | 'elder'
  | 'place'
  | 'responders'
  | 'history'
  | 'end'
>;
type Entry = z.output<typeof IncidentEntry>;

/** What was done for the elder, as one outside reads it; everything else of a history is our own affair. */
const deeds: Partial<Record<Entry['move'], (words: string) => string>> = {
  acknowledge: () => '接手',
  setOut: () => '出发',
  arrive: () => '到场',
  cannotEnter: () => '进不了门',
  noAnswer: () => '联系不上老人',
  check: (words) => `核对：${words}`,
  handOver: (words) => `转${words}`,
};

const sayDeed = ({ move, at, by, words }: Entry): string[] => {
  const say = deeds[move];
  return say ? [`${timeOf(Date.parse(at))} ${by}${say(words)}`] : [];
};

const sayDate = (ms: number): string => {
  const [year, month, day] = dayOf(ms).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** A number that outsiders may ring: whole, as the viewer sees it. */
const whole = (phone: string | null): string => (phone && /^\d+$/.test(phone) ? phone : '');

/**
 * One paragraph for another system (津治通, 12345): when, where, what was done and by whom. The elder's name is masked
 * and her door left out, unless they are needed to find her (`named`): what outsiders get cannot be called back. Nothing
 * of her health file is in it; what was typed with the call is.
 */
export function handOffText(incident: Handed, { named }: { named: boolean }): string {
  const { elder, place, triage, responders, history, end } = incident;
  // Once it is over, what was said stands in the history only.
  const words = incident.words || history.find(({ move }) => move === 'raise')?.words;
  const raised = Date.parse(incident.raisedAt);
  const where = [place.communityName, place.estateName, named ? (place.door ?? '') : ''].join('');
  const who = `老人${named ? elder.name : maskName(elder.name)}${elder.age === null ? '' : `（${elder.age}岁）`}`;
  const what = `紧急求助（${incident.sourceLabel}）${words ? `：${words}` : ''}`;
  const done = history.flatMap(sayDeed).join('；');
  const outcome = end && [end.proof, end.outcome, end.words].filter(Boolean).join('，');
  const lead = responders.find(({ state }) => state === 'lead');
  const contact = lead && [`${lead.roleLabel} ${lead.name}`.trim(), whole(lead.phone)].filter(Boolean).join('，');
  return [
    `${sayDate(raised)}${timeOf(raised)}，${where}，${who}${what}`,
    triage ? `判断：${triages[triage]}` : '',
    done ? `经过：${done}` : '还没有人接手',
    outcome ? `结果：${outcome}` : `目前：${incident.statusLabel}`,
    contact ? `联系人：${contact}` : '',
  ]
    .filter(Boolean)
    .map((part) => `${part.replace(/[。；]+$/, '')}。`)
    .join('');
}
