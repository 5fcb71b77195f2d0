import type { notices } from '@wubian/shared/notices/contract.ts';
import type { Clock } from '../../clock.ts';
import type { Handler } from '../../handler.ts';
import type { Templates } from '../channels/open-channels.ts';
import type { ConsentStore } from './consent.store.ts';

/** What a person answered when WeChat asked her; a template that we do not have is ignored. */
export const takeConsents =
  (store: ConsentStore, templates: Templates, clock: Clock): Handler<typeof notices.consented> =>
  async ({ accountId }, { id, answers }) => {
    const ours = new Set(Object.values(templates).map((template) => template.id));
    const told = new Map(answers.map(({ templateId, answer }) => [templateId, answer === 'accept']));
    for (const [templateId, accepted] of told) {
      if (ours.has(templateId)) await store.report(accountId, templateId, id, accepted, clock());
    }
    return { done: true };
  };
