import { relationLabels } from '@wubian/shared/registry/relations.ts';
import type { ReactNode } from 'react';
import { Card, Facts, Row, StatusTag, type Tone, Words } from '../ui/index.ts';
import { longDay } from './long-day.ts';
import type { Grant } from './use-grants.ts';
import { registryWords as say } from './words.ts';

const tones: Record<Grant['state'], Tone> = {
  asked: 'wait',
  active: 'done',
  refused: 'stop',
  ended: 'stop',
  expired: 'stop',
};

/** One grant: between whom, for what, until when, who agreed; `children` are its acts. */
export function GrantCard({ grant, title, children }: { grant: Grant; title: string; children?: ReactNode }) {
  const { state, relation, scopes, until, answeredBy, answeredHow, note } = grant;
  return (
    <Card tone={state === 'asked' && grant.can.answer ? 'glow' : undefined}>
      <Row>
        <Words tone="strong">{title}</Words>
        <StatusTag tone={tones[state]}>{say.states[state]}</StatusTag>
      </Row>
      <Facts
        items={[
          [say.relationName, relationLabels[relation]],
          [say.may, scopes.map((one) => say.scopeLabels[one]).join('、')],
          [say.untilName, longDay(until)],
          [say.answered, answeredBy && say.answeredBy(answeredBy, answeredHow ? say.how[answeredHow] : '')],
          [say.note, note],
        ]}
      />
      {children}
    </Card>
  );
}
