import { api } from '../api.ts';
import { relaunch } from '../platform/nav.ts';
import { session } from '../platform/session.ts';

/** Ends this phone's session on the server, clears what is kept here, and goes to the door. Works without network. */
export async function leavePhone(): Promise<void> {
  try {
    const { items } = await api.accounts.sessions();
    const here = items.find((one) => one.current);
    if (here) await api.accounts.endSession({ sessionId: here.id });
  } catch {
    // The server could not be told; it ends the session by its own limits. This phone forgets it now.
  }
  session.leave();
  await relaunch('home');
}
