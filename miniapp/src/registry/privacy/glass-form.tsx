import { useState } from 'react';
import { useMe, useStreets } from '../../accounts/index.ts';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { Card, errorOf, MainAct, PlainButton, Select, Stack, TextArea, TextInput, Words } from '../../ui/index.ts';
import { OpenedCard } from './opened-card.tsx';
import type { Opened } from './use-privacy.ts';
import { glassWords as w } from './words.ts';

const blank = { name: '', phone: '', door: '', communityId: '', why: '' };
type Form = typeof blank;
type Answer = { items: Opened[]; more: boolean };

/** Finds somebody in an emergency, wherever in the street she lives, and opens what helps. */
export function GlassForm() {
  const [form, setForm] = useState(blank);
  const [id, setId] = useState(newId);
  const [answer, setAnswer] = useState<Answer>();
  const [refusal, setRefusal] = useState<unknown>();
  // The whole street: it is about somebody outside one's own area.
  const streetId = useMe().data?.active?.streetId;
  const areas = useStreets().data?.items.find(({ id: one }) => one === streetId)?.communities ?? [];
  const set = (field: keyof Form) => (value: string) => setForm({ ...form, [field]: value });
  const error = (field: keyof Form) => errorOf(refusal, field);

  async function open() {
    setRefusal(undefined);
    const { name, why, phone, door, communityId } = form;
    const hint = { ...(phone && { phone }), ...(door && { door }), ...(communityId && { communityId }) };
    try {
      setAnswer(await api.registry.breakGlass({ id, name, why, ...hint }));
      // What comes next is another look, not a repeat of this one.
      setId(newId());
    } catch (thrown) {
      setRefusal(thrown);
      if (!(Object.keys(blank) as (keyof Form)[]).some((field) => errorOf(thrown, field))) throw thrown;
    }
  }
  if (answer?.items.length) {
    return (
      <Stack>
        <Card tone="glow">
          <Words>{w.told}</Words>
        </Card>
        {answer.items.map((one) => (
          <OpenedCard key={one.elderId} opened={one} />
        ))}
        <PlainButton
          id="glass-again"
          onTap={() => {
            setAnswer(undefined);
            setForm(blank);
          }}
        >
          {w.again}
        </PlainButton>
      </Stack>
    );
  }
  const hint = { maxLength: 30, optional: true };
  return (
    <Stack>
      <Card tone="glow">
        <Words>{w.lead}</Words>
      </Card>
      {answer ? <Words tone="strong">{answer.more ? w.more : w.none}</Words> : null}
      <TextInput
        id="glass-name"
        label={w.name}
        kind="name"
        value={form.name}
        error={error('name')}
        onChange={set('name')}
      />
      <TextArea
        {...{ id: 'glass-why', label: w.why, hint: w.whyHint, maxLength: 200 }}
        value={form.why}
        error={error('why')}
        onChange={set('why')}
      />
      <TextInput
        {...hint}
        id="glass-phone"
        label={w.phone}
        kind="phone"
        value={form.phone}
        error={error('phone')}
        onChange={set('phone')}
      />
      <TextInput
        {...hint}
        id="glass-door"
        label={w.door}
        hint={w.doorHint}
        value={form.door}
        error={error('door')}
        onChange={set('door')}
      />
      <Select
        id="glass-community"
        label={w.community}
        options={[{ value: '', label: w.anywhere }, ...areas.map((area) => ({ value: area.id, label: area.name }))]}
        value={form.communityId}
        onChange={set('communityId')}
      />
      <MainAct id="glass-open" disabled={!form.name.trim() || form.why.trim().length < 5} onTap={open}>
        {w.open}
      </MainAct>
    </Stack>
  );
}
