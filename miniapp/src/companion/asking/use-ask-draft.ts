import { useDraft } from '../../platform/drafts.ts';
import { newId } from '../../platform/new-id.ts';
import { session } from '../../platform/session.ts';
import type { Task } from '../types.ts';
import { type AskDraft, askLike, emptyAsk } from './ask-draft.ts';

/** The half-filled request of who is signed in; a repeated one has a draft of its own. */
export const useAskDraft = (like: Task | undefined) =>
  useDraft<AskDraft>(
    like ? `ask/${session.get()?.owner}/${like.id}` : `ask/${session.get()?.owner}`,
    like ? askLike(like, newId()) : emptyAsk(newId()),
  );
