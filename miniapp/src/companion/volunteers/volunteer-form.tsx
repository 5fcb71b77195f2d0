import { View } from '@tarojs/components';
import { type Qualification, qualificationLabels, qualifications } from '@wubian/shared/companion/kinds.ts';
import { sayMinutes } from '@wubian/shared/time.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useDraft } from '../../platform/drafts.ts';
import { queryClient } from '../../query.ts';
import { ElderPicker } from '../../registry/elders/elder-picker.tsx';
import { useAreaNames } from '../../registry/use-areas.ts';
import {
  Card,
  CheckGrid,
  Facts,
  MainAct,
  PlainButton,
  Rows,
  Section,
  say,
  Tap,
  TextInput,
  Words,
} from '../../ui/index.ts';
import type { Volunteer } from './use-volunteers.ts';
import { volunteerWords as w } from './words.ts';

const most = 5;
const choices = qualifications.map((value) => ({ value, label: qualificationLabels[value] }));
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

interface Draft {
  until: Partial<Record<Qualification, string>>;
  own: Volunteer['ownElders'];
}

/** What a worker writes about a volunteer: trainings with their last day, and the elders she is paired with. */
export function VolunteerForm({ volunteer }: { volunteer: Volunteer }) {
  const { accountId, ownElders } = volunteer;
  const stored = Object.fromEntries(volunteer.qualifications.map(({ name, until }) => [name, until]));
  const [draft, setDraft, done] = useDraft<Draft>(`volunteer/${accountId}`, { until: stored, own: ownElders });
  const [adding, setAdding] = useState(false);
  const [wrong, setWrong] = useState<string[]>([]);
  const areaNames = useAreaNames();
  const held = qualifications.filter((name) => draft.until[name] !== undefined);

  async function save() {
    const bad = held.filter((name) => !isDay(draft.until[name] ?? ''));
    setWrong(bad);
    if (bad.length) return;
    await api.companion.setVolunteer({
      accountId,
      qualifications: held.map((name) => ({ name, until: draft.until[name] ?? '' })),
      ownElderIds: draft.own.map(({ id }) => id),
    });
    done();
    await queryClient.invalidateQueries({ queryKey: ['companion', 'volunteers'] });
    say(w.saved);
  }
  const setHeld = (names: Qualification[]) =>
    setDraft({ ...draft, until: Object.fromEntries(names.map((name) => [name, draft.until[name] ?? ''])) });

  return (
    <>
      <Card>
        <Facts
          items={[
            [w.phone, volunteer.phoneMasked],
            [w.communities, areaNames(volunteer.communityIds)],
            [w.total, sayMinutes(volunteer.minutesTotal)],
            [w.noShow, w.noShows(volunteer.noShows)],
            [w.startPoint, volunteer.hasStart ? w.startSet : w.startNone],
          ]}
        />
      </Card>
      <Section title={w.qualifications}>
        <CheckGrid
          name="qualification"
          label={w.passed}
          hint={w.qualificationsLead}
          options={choices}
          value={held}
          onChange={setHeld}
        />
        {held.map((name) => (
          <TextInput
            key={name}
            id={`until-${name}`}
            label={`${qualificationLabels[name]}：${w.until}`}
            hint={w.untilHint}
            maxLength={10}
            value={draft.until[name] ?? ''}
            error={wrong.includes(name) ? w.untilWrong : undefined}
            onChange={(until) => setDraft({ ...draft, until: { ...draft.until, [name]: until } })}
          />
        ))}
      </Section>
      <Section title={w.own}>
        <Words tone="soft">{draft.own.length < most ? w.ownLead : w.full}</Words>
        {draft.own.length ? (
          <Rows>
            {draft.own.map(({ id, name }) => (
              <View className="w-item" key={id}>
                <View className="w-item-body">{name}</View>
                <Tap
                  className="w-link w-link--danger"
                  id={`own-${id}`}
                  onTap={() => setDraft({ ...draft, own: draft.own.filter((one) => one.id !== id) })}
                  aria={{ label: `${w.drop}：${name}` }}
                >
                  {w.drop}
                </Tap>
              </View>
            ))}
          </Rows>
        ) : null}
        {adding ? (
          <ElderPicker
            onPick={({ id, name }) => {
              setAdding(false);
              if (!draft.own.some((one) => one.id === id)) setDraft({ ...draft, own: [...draft.own, { id, name }] });
            }}
          />
        ) : null}
        {draft.own.length < most ? (
          <PlainButton id="add-own" icon={adding ? 'close' : 'plus'} onTap={() => setAdding(!adding)}>
            {adding ? w.fold : w.add}
          </PlainButton>
        ) : null}
      </Section>
      <MainAct id="save-volunteer" onTap={save}>
        {w.save}
      </MainAct>
    </>
  );
}
