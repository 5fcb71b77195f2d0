import { useOutbox } from '../platform/outbox.ts';
import { confirm, DangerButton } from '../ui/index.ts';
import { leavePhone } from './leave.ts';
import { accountWords as say } from './words.ts';

/** The way out of this phone; asks first, and says what would be lost. */
export function LeaveSection() {
  const unsent = useOutbox().length;
  async function leave() {
    const words = unsent ? say.signOutUnsent(unsent) : say.signOutNote;
    if (await confirm({ title: say.signOutAsk, words, yes: say.signOutYes, danger: true })) await leavePhone();
  }
  return (
    <DangerButton id="sign-out" onTap={leave}>
      {say.signOut}
    </DangerButton>
  );
}
