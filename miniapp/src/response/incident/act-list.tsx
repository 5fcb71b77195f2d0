import type { PersonMove } from '@wubian/shared/response/lifecycle.ts';
import { DangerButton, MainAct, PlainButton, Stack } from '../../ui/index.ts';
import { actsFor } from './acts.ts';
import { doAct } from './do-act.tsx';
import type { Incident } from './use-incident.ts';
import { incidentWords as w } from './words.ts';

const labelOf = (move: PersonMove, { status }: Incident): string =>
  move === 'arrive' && status === 'cannotEnter' ? w.moves.enter : w.moves[move as keyof typeof w.moves];

/** The one large act. */
export function IncidentMain({ incident, me }: { incident: Incident; me: string }) {
  const { main } = actsFor(incident, me);
  return main ? (
    <MainAct id={`act-${main}`} onTap={() => doAct(incident, main)}>
      {labelOf(main, incident)}
    </MainAct>
  ) : null;
}

/** Everything else that this viewer may do; what ends it stands apart. */
export function IncidentActs({ incident, me }: { incident: Incident; me: string }) {
  const { others } = actsFor(incident, me);
  if (!others.length) return null;
  return (
    <Stack>
      {others.map((move) => {
        const Button = move === 'falseAlarm' || move === 'giveBack' ? DangerButton : PlainButton;
        return (
          <Button key={move} id={`act-${move}`} onTap={() => doAct(incident, move)}>
            {labelOf(move, incident)}
          </Button>
        );
      })}
    </Stack>
  );
}
