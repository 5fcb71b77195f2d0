import { roles } from '@wubian/shared/roles.ts';
import { useMe } from '../../accounts/index.ts';
import { back, useParams } from '../../platform/nav.ts';
import { call } from '../../platform/phone-call.ts';
import { EmergencyRow } from '../../response/emergency-calls.tsx';
import { IncidentActs, IncidentMain } from '../../response/incident/act-list.tsx';
import { IncidentHead, IncidentPlace } from '../../response/incident/head.tsx';
import { IncidentPeople } from '../../response/incident/people.tsx';
import { IncidentTimeline } from '../../response/incident/timeline.tsx';
import { type Incident, useIncident } from '../../response/incident/use-incident.ts';
import { incidentWords as w } from '../../response/incident/words.ts';
import { CallState } from '../../response/sos/call-state.tsx';
import { Page, PlainButton, Section, Shown } from '../../ui/index.ts';

/** One call for help for who comes to it, and for her family: what, where, the next act, who else, what happened. */
export default function IncidentPage() {
  const me = useMe().data;
  const role = me?.active?.role;
  const query = useIncident(useParams('incident').id);
  return (
    <Page title={w.title} sos={role === 'resident'} dense={role !== undefined && roles[role].staff}>
      <Shown query={query}>
        {(incident) =>
          role === 'resident' && incident.open ? (
            <CallState elder={{ id: incident.elder.id ?? '', name: incident.elder.name }} query={query} onOver={back} />
          ) : (
            <IncidentView incident={incident} me={me?.name ?? ''} />
          )
        }
      </Shown>
    </Page>
  );
}

function IncidentView({ incident, me }: { incident: Incident; me: string }) {
  const { elder, open, history } = incident;
  return (
    <>
      <IncidentHead incident={incident} />
      <IncidentPlace incident={incident} />
      <IncidentMain incident={incident} me={me} />
      {open && elder.phone ? (
        <PlainButton id="call-elder" icon="phone" onTap={() => call(elder.phone ?? '')}>
          {w.callElder(elder.name)}
        </PlainButton>
      ) : null}
      {open && !incident.drill ? <EmergencyRow /> : null}
      <IncidentActs incident={incident} me={me} />
      {open || incident.responders.length ? (
        <Section title={w.people}>
          <IncidentPeople responders={incident.responders} open={open} />
        </Section>
      ) : null}
      {history.length ? (
        <Section title={w.history}>
          <IncidentTimeline history={history} open={open} />
        </Section>
      ) : null}
    </>
  );
}
