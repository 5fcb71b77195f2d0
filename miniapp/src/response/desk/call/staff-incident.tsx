import { View } from '@tarojs/components';
import { Card, Section } from '../../../ui/index.ts';
import { IncidentPeople } from '../../incident/people.tsx';
import { IncidentTimeline } from '../../incident/timeline.tsx';
import type { Incident } from '../../incident/use-incident.ts';
import { Afterwards } from './afterwards.tsx';
import { CallHead } from './call-head.tsx';
import { CallSheet } from './call-sheet.tsx';
import { CheckList } from './check-list.tsx';
import { Deliveries } from './deliveries.tsx';
import { EntryCard } from './entry-card.tsx';
import { HandOff } from './hand-off.tsx';
import { NextAct } from './main-act.tsx';
import { OtherActs } from './other-acts.tsx';
import { TriageRow } from './triage-row.tsx';
import { callWords as w } from './words.ts';

/**
 * One call for help as staff work on it. On a phone in the order in which it is needed at night: who and where, the one
 * act, what else may happen at the door; what happened so far comes last. On a desk the past stands beside it.
 */
export function StaffIncident({ incident }: { incident: Incident }) {
  return (
    <View className="w-case">
      <View className="w-case-now">
        <CallHead incident={incident} />
        <NextAct incident={incident} />
        {incident.open && incident.checks.length ? <CheckList incident={incident} /> : null}
        <Afterwards incident={incident} />
        <TriageRow incident={incident} />
        <OtherActs incident={incident} />
        <EntryCard incident={incident} />
      </View>
      <View className="w-case-past">
        <Section title={w.people}>
          <IncidentPeople responders={incident.responders} open={incident.open} />
        </Section>
        <CallSheet incident={incident} />
        <Section title={w.history}>
          <Card>
            <IncidentTimeline history={incident.history} open={incident.open} />
          </Card>
        </Section>
        <Deliveries incident={incident} />
        <HandOff incident={incident} />
      </View>
    </View>
  );
}
