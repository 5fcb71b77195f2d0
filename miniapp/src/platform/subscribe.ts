import Taro from '@tarojs/taro';
import { onWeb } from './target.ts';

/** What she answered for one template, as WeChat names it. */
export interface ConsentAnswer {
  templateId: string;
  answer: 'accept' | 'reject' | 'ban' | 'filter';
}

/** True where subscribe messages exist: inside WeChat. */
export const canSubscribe = !onWeb;

const answers: readonly unknown[] = ['accept', 'reject', 'ban', 'filter'];
const isAnswer = (said: unknown): said is ConsentAnswer['answer'] => answers.includes(said);

/**
 * Lets WeChat ask for one message of each template, at most three. Only in the turn of a tap: ask the network before.
 * Nothing when WeChat does not ask: on the web, or when she has turned all messages off (20004).
 */
export async function askToSubscribe(templateIds: readonly string[]): Promise<ConsentAnswer[]> {
  if (!canSubscribe || !templateIds.length) return [];
  try {
    const option = { tmplIds: templateIds.slice(0, 3) } as unknown as Taro.requestSubscribeMessage.Option;
    const said = (await Taro.requestSubscribeMessage(option)) as unknown as Record<string, unknown>;
    return templateIds.flatMap((templateId) => {
      const answer = said[templateId];
      return isAnswer(answer) ? [{ templateId, answer }] : [];
    });
  } catch {
    return [];
  }
}
