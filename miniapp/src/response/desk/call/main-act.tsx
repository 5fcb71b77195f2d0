import { call } from '../../../platform/phone-call.ts';
import { MainAct } from '../../../ui/index.ts';
import { endIncident } from '../../incident/end-sheet.tsx';
import type { Incident } from '../../incident/use-incident.ts';
import { askFollow } from '../ask-follow.ts';
import { askAct } from './ask-act.ts';
import { nextOf } from './next-act.ts';
import { callWords as w } from './words.ts';

/** The one thing to do next. */
export function NextAct({ incident }: { incident: Incident }) {
  const next = nextOf(incident);
  if (!next) return null;
  if (next.kind === 'ring')
    return (
      <MainAct id="ring-leader" icon="phone" onTap={() => call(next.phone)}>
        {w.callLeader(next.name)}
      </MainAct>
    );
  const { move } = next;
  const act = () => {
    if (move === 'handle') return endIncident(incident, move);
    if (move === 'follow') return askFollow(incident);
    return askAct(incident, move);
  };
  return (
    <MainAct id={move} onTap={act}>
      {w.next[move]}
    </MainAct>
  );
}
