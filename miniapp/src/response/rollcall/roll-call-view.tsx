import { type RowState, rowStates } from '@wubian/shared/response/rollcall/labels.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import {
  askWords,
  Card,
  Chips,
  DangerButton,
  PlainButton,
  Row,
  Section,
  Shown,
  StatusTag,
  say,
  Words,
  whenWords,
} from '../../ui/index.ts';
import { Figures, PlaceTable } from './progress-part.tsx';
import { ReportPart } from './report-part.tsx';
import { RowsPart } from './rows-part.tsx';
import { act, type Pile, type Progress, useRollCall } from './use-roll-calls.ts';
import { rollCallWords as w } from './words.ts';

const piles: { value: Pile; label: string }[] = [
  { value: 'left', label: w.left },
  ...(['needsHelp', 'notReached', 'onTheWay', 'waiting', 'safe', 'away'] as RowState[]).map((value) => ({
    value,
    label: rowStates[value],
  })),
  { value: 'uncovered', label: w.uncovered },
  { value: 'all', label: w.all },
];

function Head({ one }: { one: Progress }) {
  const isWriting = one.phase === 'listing' || one.phase === 'planning' || one.phase === 'telling';
  return (
    <Card tone={one.drill ? 'glow' : undefined}>
      <Row>
        {one.drill ? <StatusTag tone="warn">{w.drill}</StatusTag> : null}
        <StatusTag tone={one.phase === 'closed' ? 'done' : 'go'}>{one.phaseLabel}</StatusTag>
        <Words tone="lead">{`${one.reasonLabel} ${w.title}`}</Words>
      </Row>
      <Words>{one.whom}</Words>
      <Words tone="soft">{`${w.at(whenWords(one.startedAt, now()))} ${one.startedBy}`}</Words>
      {isWriting ? <Words>{w.writing(one.listed, one.planned)}</Words> : null}
      {one.closedAt ? (
        <Words tone="soft">{`${w.closedAt(whenWords(one.closedAt, now()))} ${one.closedBy ?? ''} ${one.closeReason ?? ''}`}</Words>
      ) : null}
    </Card>
  );
}

function Acts({ one }: { one: Progress }) {
  const rollCallId = one.id;
  const remind = async () => {
    const { people } = await act(api.response.remindRollCall({ rollCallId, id: newId() }));
    say(w.reminded(people));
  };
  const close = () =>
    askWords(w.close, {
      ...{ label: w.closeLabel, hint: w.closeHint, yes: w.close, danger: true },
      ...{ draft: `roll-call/${rollCallId}`, field: 'reason' },
      onSend: async (reason) => {
        await act(api.response.closeRollCall({ rollCallId, reason }));
        say(w.closed);
      },
    });
  return (
    <Row>
      {one.can.remind ? (
        <PlainButton id="remind" icon="bell" onTap={remind}>
          {w.remind}
        </PlainButton>
      ) : null}
      {one.can.close ? (
        <DangerButton id="close-roll-call" onTap={close}>
          {w.close}
        </DangerButton>
      ) : null}
    </Row>
  );
}

/** One roll-call on one screen: how it stands, place by place, who is left, and afterwards the report. */
export function RollCallView({ id }: { id: string }) {
  const [communityId, setCommunity] = useState('');
  const [building, setBuilding] = useState('');
  const [pile, setPile] = useState<Pile>('left');
  const [wantsReport, setReport] = useState(false);
  const query = useRollCall(id, communityId);
  const openCommunity = (one: string) => {
    setCommunity(one);
    setBuilding('');
  };
  return (
    <Shown query={query}>
      {(one) => {
        const place = one.communities.find((community) => community.id === communityId);
        const inside = one.buildings.find((other) => other.id === building);
        return (
          <>
            <Head one={one} />
            <Figures counts={inside?.counts ?? place?.counts ?? one.counts} onPile={setPile} />
            <Acts one={one} />
            {place ? (
              <Section title={[place.name, inside?.name].filter(Boolean).join(' ')}>
                <PlainButton id="all-communities" onTap={() => openCommunity('')}>
                  {w.allCommunities}
                </PlainButton>
                <PlaceTable title={w.building} places={one.buildings} onOpen={setBuilding} />
              </Section>
            ) : (
              <PlaceTable title={w.community} places={one.communities} onOpen={openCommunity} />
            )}
            <Section title={w.pile}>
              <Chips name="pile" label={w.pile} options={piles} value={pile} onChange={setPile} />
              <RowsPart id={id} pile={pile} communityId={communityId} building={building} />
            </Section>
            {wantsReport || one.closedAt ? (
              <ReportPart id={id} />
            ) : (
              <PlainButton id="report" icon="book" onTap={() => setReport(true)}>
                {w.report}
              </PlainButton>
            )}
          </>
        );
      }}
    </Shown>
  );
}
