import { namesOf, type Triage, triages } from '@wubian/shared/response/labels.ts';
import { Chips, Section } from '../../../ui/index.ts';
import { sayError } from '../../../ui/say.ts';
import { actOn, type Incident } from '../../incident/use-incident.ts';
import { callWords as w } from './words.ts';

const options = namesOf(triages).map((value) => ({ value: value as Triage | '', label: triages[value] }));

/** How grave it is; may be changed as long as it lasts. */
export function TriageRow({ incident }: { incident: Incident }) {
  if (!incident.can.triage) return null;
  const choose = (triage: Triage | '') => {
    if (triage && triage !== incident.triage) actOn(incident, 'triage', { triage }).catch(sayError);
  };
  return (
    <Section title={w.triage}>
      <Chips name="triage" label={w.triage} options={options} value={incident.triage ?? ''} onChange={choose} />
    </Section>
  );
}
