import { View } from '@tarojs/components';
import { handOffText } from '@wubian/shared/response/hand-off-text.ts';
import { type FiledAt, filedAt, namesOf } from '@wubian/shared/response/labels.ts';
import { useState } from 'react';
import { copy } from '../../../platform/copy.ts';
import { useDraft } from '../../../platform/drafts.ts';
import { newId } from '../../../platform/new-id.ts';
import { Card, ChoiceGrid, errorOf, Facts, PlainButton, Section, say, TextInput, Words } from '../../../ui/index.ts';
import { actOn, type Incident } from '../../incident/use-incident.ts';
import { callWords as w } from './words.ts';

const places = namesOf(filedAt).map((value) => ({ value, label: filedAt[value] }));

/** The number that the other system gave, typed and kept. */
function NumberForm({ incident }: { incident: Incident }) {
  const [id] = useState(newId);
  const [where, setWhere] = useState<FiledAt>();
  const [number, setNumber, done] = useDraft(`number/${incident.id}`, '');
  const [error, setError] = useState<unknown>();
  const [lacks, setLacks] = useState<'where' | 'number'>();
  async function keep() {
    const typed = number.trim();
    const missing = !where ? 'where' : !typed ? 'number' : undefined;
    setLacks(missing);
    if (!where || !typed) return;
    try {
      await actOn(incident, 'number', { id, where, number: typed });
      done();
      say(w.numberKept);
    } catch (thrown) {
      setError(thrown);
      throw thrown;
    }
  }
  const ofNumber = lacks === 'number' ? w.numberNeeded : errorOf(error, 'number');
  return (
    <>
      <ChoiceGrid
        name="filed"
        label={w.where}
        columns={3}
        options={places}
        value={where}
        onChange={setWhere}
        error={lacks === 'where' ? w.whereNeeded : undefined}
      />
      <TextInput id="number" label={w.number} maxLength={40} value={number} onChange={setNumber} error={ofNumber} />
      <PlainButton id="keep-number" onTap={keep}>
        {w.keepNumber}
      </PlainButton>
    </>
  );
}

/** The same event filed again where the city wants it: one paragraph to copy, and the number it got there. */
export function HandOff({ incident }: { incident: Incident }) {
  const [named, setNamed] = useState(false);
  const [copied, setCopied] = useState('');
  if (!incident.can.number) return null;
  const text = handOffText(incident, { named });
  async function take() {
    if (!(await copy(text))) return say(w.notCopied, 'error');
    setCopied(text);
    say(w.copied);
  }
  return (
    <Section title={w.handOff}>
      {incident.numbers.length ? (
        <Card tone="tint">
          <Facts items={incident.numbers.map(({ where, number }) => [where, number] as const)} />
        </Card>
      ) : null}
      <Card>
        <Words tone="soft">{w.handOffLead}</Words>
        <View className="w-quote" id="hand-off-text">
          {text}
        </View>
        {incident.place.door ? (
          <PlainButton id="hand-off-named" onTap={() => setNamed(!named)}>
            {named ? w.withoutName : w.withName}
          </PlainButton>
        ) : null}
        <PlainButton id="copy" onTap={take}>
          {copied === text ? w.copyAgain : w.copy}
        </PlainButton>
        <NumberForm key={incident.numbers.length} incident={incident} />
      </Card>
    </Section>
  );
}
