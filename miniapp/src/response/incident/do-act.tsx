import { type HandOver, handOvers, namesOf } from '@wubian/shared/response/labels.ts';
import type { PersonMove } from '@wubian/shared/response/lifecycle.ts';
import { askWords, confirm, ListRow, openSheet, Rows, say } from '../../ui/index.ts';
import { endIncident } from './end-sheet.tsx';
import { actOn, type Incident, type Said } from './use-incident.ts';
import { incidentWords as w } from './words.ts';

type Shown = keyof typeof w.moves & PersonMove;

async function tell(incident: Incident, move: Shown, said?: Said): Promise<void> {
  if (await actOn(incident, move, said)) say(w.done[move as keyof typeof w.done]);
}

const giveBack = (incident: Incident) =>
  askWords(w.giveBackTitle, {
    label: w.giveBackLabel,
    need: w.giveBackNeed,
    quick: w.giveBackQuick,
    yes: w.moves.giveBack,
    draft: `give-back/${incident.id}`,
    field: 'words',
    onSend: (words) => tell(incident, 'giveBack', { words }),
  });

async function handOver(incident: Incident): Promise<void> {
  const to = await openSheet<HandOver>(w.handOverTitle, (close) => (
    <Rows>
      {namesOf(handOvers).map((one) => (
        <ListRow
          key={one}
          id={`hand-over-${one}`}
          icon="phone"
          title={handOvers[one]}
          notes={[w.handOverNotes[one]]}
          onTap={() => close(one)}
        />
      ))}
    </Rows>
  ));
  if (to) await tell(incident, 'handOver', { to });
}

/** Does an act, asking first for what it must say. */
export async function doAct(incident: Incident, move: PersonMove): Promise<void> {
  switch (move) {
    case 'handle':
    case 'falseAlarm':
      if (await endIncident(incident, move)) say(w.done[move]);
      return;
    case 'giveBack':
      await giveBack(incident);
      return;
    case 'handOver':
      return handOver(incident);
    case 'endDrill':
      if (!(await confirm({ title: w.endDrillTitle, yes: w.moves.endDrill }))) return;
      break;
  }
  return tell(incident, move as Shown);
}
