import type { notices } from '@wubian/shared/notices/contract.ts';
import type { Handler } from '../../handler.ts';
import { kindLabels } from '../channels/channel.ts';
import type { Templates } from '../channels/open-channels.ts';
import { type MessageKind, messageKinds } from '../door.ts';
import type { ConsentStore } from './consent.store.ts';

/** WeChat lets three templates be asked for at a time. */
const AT_A_TIME = 3;

/** The templates to ask her for now, those of which she has the least first; alarms before the rest. */
export const listTemplates =
  (store: ConsentStore, templates: Templates): Handler<typeof notices.templates> =>
  async ({ accountId }) => {
    const byId = new Map<string, MessageKind>();
    for (const kind of [...messageKinds].reverse()) if (templates[kind]) byId.set(templates[kind].id, kind);
    const items = await Promise.all(
      [...byId].map(async ([templateId, kind]) => ({
        templateId,
        kind,
        label: kindLabels[kind],
        left: await store.left(accountId, templateId),
      })),
    );
    items.sort((a, b) => a.left - b.left || messageKinds.indexOf(a.kind) - messageKinds.indexOf(b.kind));
    return { items: items.slice(0, AT_A_TIME) };
  };
