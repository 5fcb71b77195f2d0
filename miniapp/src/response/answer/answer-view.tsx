import type { Input, Output } from '@wubian/shared/endpoint.ts';
import type { incidentEndpoints } from '@wubian/shared/response/incidents-contract.ts';
import { call } from '../../platform/phone-call.ts';
import { Card, DangerButton, Facts, MainAct, PlainButton, Words } from '../../ui/index.ts';
import { EmergencyRow } from '../emergency-calls.tsx';
import { answerWords as w } from './words.ts';

export type CodeView = Output<typeof incidentEndpoints.readCode>;
export type Answer = Input<typeof incidentEndpoints.answerCode>['answer'];

const headOf = ({ open, mine, elderName }: CodeView): string => {
  if (!open) return w.over(elderName);
  return mine === 'lead' || mine === 'joined' ? w.comes(elderName) : w.calls(elderName);
};

/** What somebody with a key and no account reads and answers: one large act at a time. */
export function AnswerView({ view, onAnswer }: { view: CodeView; onAnswer: (answer: Answer) => Promise<void> }) {
  const { open, mine, drill, door, doorNotes, communityPhone } = view;
  const comes = mine === 'lead' || mine === 'joined';
  return (
    <>
      <Card tone={open ? 'glow' : 'tint'}>
        <Words tone="lead">{headOf(view)}</Words>
        {drill ? <Words tone="strong">{w.drill}</Words> : null}
        <Facts
          items={[
            [w.state, view.statusLabel],
            [w.leader, view.leader],
            [w.where, view.where],
          ]}
        />
        {door ? <Words tone="display">{door}</Words> : null}
        <Facts items={[[w.doorNotes, doorNotes]]} />
        {open && !comes ? <Words tone="soft">{w.doorLater}</Words> : null}
      </Card>
      {open ? (
        <MainAct id={comes ? 'arrived' : 'coming'} onTap={() => onAnswer(comes ? 'arrived' : 'coming')}>
          {comes ? w.arrived : w.coming}
        </MainAct>
      ) : null}
      {communityPhone ? (
        <PlainButton id="call-community" icon="phone" onTap={() => call(communityPhone)}>
          {w.community}
        </PlainButton>
      ) : null}
      {open && !drill ? <EmergencyRow /> : null}
      {open && mine !== 'stoodDown' ? (
        <DangerButton id="cannot" onTap={() => onAnswer('cannot')}>
          {w.cannot}
        </DangerButton>
      ) : null}
    </>
  );
}
