import { newId } from '../../platform/new-id.ts';
import { askWords, say } from '../../ui/index.ts';
import { actOn } from '../incident/use-incident.ts';
import { liveDeskWords as w } from './words.ts';

/** The call of the next day: asks how she is now, and keeps it. */
export const askFollow = (incident: { id: string; elder: { name: string } }): Promise<boolean> => {
  const id = newId();
  return askWords(w.followTitle(incident.elder.name), {
    ...{ label: w.followWhat, need: w.followNeeded, quick: w.followQuick, yes: w.callFollow, field: 'words' },
    draft: `follow/${incident.id}`,
    async onSend(words) {
      await actOn(incident, 'follow', { id, words });
      say(w.followDone);
    },
  });
};
