import { View } from '@tarojs/components';
import type { ConsentStand } from '@wubian/shared/registry/consents.ts';
import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { newId } from '../../platform/new-id.ts';
import { Card, confirm, PlainButton, Row, StatusTag, say, Words, whenWords } from '../../ui/index.ts';
import { recordConsent } from './consent-form.tsx';
import { type Consent, consentsChanged } from './use-privacy.ts';
import { privacyWords as w } from './words.ts';

const tones: Record<ConsentStand, 'wait' | 'done' | 'stop' | 'warn'> = {
  none: 'wait',
  given: 'done',
  refused: 'stop',
  withdrawn: 'stop',
  renew: 'warn',
  relativeOnly: 'warn',
};

/** One answer as it is kept, in two lines. */
function Said({ record }: { record: Consent['records'][number] }) {
  const { answer, giverLabel, giverName, howLabel, witnessName, capacity, counts, at, withdrawn } = record;
  const how = [howLabel, witnessName && w.witness(witnessName)].filter(Boolean).join(' · ');
  return (
    <View>
      <Words>{`${w.answers[answer]} · ${w.saidBy(giverLabel, giverName)} · ${whenWords(at, now())}`}</Words>
      <Words tone="soft">{[how, capacity && w.capacity(capacity)].filter(Boolean).join('；')}</Words>
      {counts ? null : <Words tone="strong">{w.notHers}</Words>}
      {withdrawn ? (
        <Words tone="soft">
          {[w.withdrawnBy(withdrawn.byName, whenWords(withdrawn.at, now())), withdrawn.why].filter(Boolean).join('：')}
        </Words>
      ) : null}
    </View>
  );
}

interface ConsentCardProps {
  elderId: string;
  consent: Consent;
  /** Staff write down what was said to them; everybody else speaks for herself. */
  staff: boolean;
}

/** One purpose: its words, where it stands, and the answer or its withdrawal with one tap each. */
export function ConsentCard({ elderId, consent, staff }: ConsentCardProps) {
  const { purpose, label, text, ifNot, version, stand, standLabel, records, can } = consent;
  const answer = async (given: 'given' | 'refused') => {
    const said = await api.registry.giveConsent({ elderId, id: newId(), purpose, version, answer: given });
    consentsChanged(elderId, said);
    say(w.answered);
  };
  async function withdraw() {
    if (!(await confirm({ title: w.withdrawTitle(label), words: w.withdrawWords, yes: w.withdraw }))) return;
    consentsChanged(elderId, await api.registry.withdrawConsent({ elderId, purpose }));
    say(w.withdrawn);
  }
  async function record() {
    if (await recordConsent(elderId, consent)) say(w.answered);
  }
  return (
    <Card>
      <View className="w-item-head">
        <View className="w-item-title">{label}</View>
        <StatusTag tone={tones[stand]}>{standLabel}</StatusTag>
      </View>
      <Words>{text}</Words>
      <Words tone="soft">{ifNot}</Words>
      {records.length && staff ? (
        records.map((one) => <Said key={one.id} record={one} />)
      ) : records[0] ? (
        <Said record={records[0]} />
      ) : null}
      <Row>
        {can.withdraw ? (
          <PlainButton id={`withdraw-${purpose}`} label={`${w.withdraw}：${label}`} onTap={withdraw}>
            {w.withdraw}
          </PlainButton>
        ) : null}
        {can.answer && staff ? (
          <PlainButton id={`record-${purpose}`} label={`${w.record}：${label}`} onTap={record}>
            {w.record}
          </PlainButton>
        ) : null}
        {can.answer && !staff && !can.withdraw ? (
          <>
            <PlainButton id={`agree-${purpose}`} label={`${w.agree}：${label}`} onTap={() => answer('given')}>
              {w.agree}
            </PlainButton>
            {stand === 'none' ? (
              <PlainButton id={`refuse-${purpose}`} label={`${w.disagree}：${label}`} onTap={() => answer('refused')}>
                {w.disagree}
              </PlainButton>
            ) : null}
          </>
        ) : null}
      </Row>
    </Card>
  );
}
