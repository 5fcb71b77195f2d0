import { categoryLabels, categoryViews } from '@wubian/shared/registry/categories.ts';
import { type RiskColour, riskColours, riskLabels } from '@wubian/shared/registry/risk.ts';
import { type RollCallReason, reasons, usual } from '@wubian/shared/response/rollcall/labels.ts';
import { useState } from 'react';
import { api } from '../../api.ts';
import { go } from '../../platform/nav.ts';
import { newId } from '../../platform/new-id.ts';
import { useAreas } from '../../registry/use-areas.ts';
import {
  Card,
  CheckGrid,
  ChoiceGrid,
  confirm,
  errorOf,
  MainAct,
  PlainButton,
  Stack,
  say,
  TextArea,
  TextInput,
  Words,
} from '../../ui/index.ts';
import { act, type Choice } from './use-roll-calls.ts';
import { rollCallWords as w } from './words.ts';

type Preview = Awaited<ReturnType<typeof api.response.previewRollCall>>;
type CategoryName = NonNullable<Choice['categories']>[number];

const reasonOptions = (Object.keys(reasons) as RollCallReason[]).map((value) => ({
  value,
  label: reasons[value].label,
}));
const categoryOptions = categoryViews.tianjinSeven.keys.map((value) => ({ value, label: categoryLabels[value] }));
const extra = (['advancedAge'] as const).map((value) => ({ value, label: categoryLabels[value] }));
const riskOptions = riskColours.map((value) => ({ value, label: riskLabels[value] }));

/** How many, and whether there are people enough. */
function Seen({ seen }: { seen: Preview }) {
  const missing = seen.elders - seen.room;
  return (
    <Card tone={missing > 0 ? 'glow' : 'tint'}>
      <Words tone="lead">{w.elders(seen.elders)}</Words>
      <Words>{seen.communities.flatMap(({ name, elders }) => (elders ? [`${name} ${elders}`] : [])).join('，')}</Words>
      {seen.away ? <Words tone="soft">{w.away(seen.away)}</Words> : null}
      <Words>{`${w.people}：${seen.people.map(({ label, count }) => w.peopleCount(label, count)).join('，')}`}</Words>
      {seen.unreachable.length ? <Words tone="soft">{w.unreachable(seen.unreachable.join('、'))}</Words> : null}
      <Words tone="strong">{missing > 0 ? w.short(missing) : w.enough}</Words>
    </Card>
  );
}

/** Whom, why, and how long each has: looked at first, then started. */
export function StartForm() {
  const [id] = useState(newId);
  const [reason, setReason] = useState<RollCallReason>('heat');
  const [words, setWords] = useState('');
  const [communityIds, setCommunities] = useState<string[]>([]);
  const [categories, setCategories] = useState<CategoryName[]>([]);
  const [risks, setRisks] = useState<RiskColour[]>([]);
  const [minutes, setMinutes] = useState(String(usual.minutes));
  const [perPerson, setPerPerson] = useState(String(usual.perPerson));
  const [kind, setKind] = useState<'real' | 'drill'>('real');
  const [seen, setSeen] = useState<Preview>();
  const [error, setError] = useState<unknown>();
  const areas = useAreas().data?.communities ?? [];
  const drill = kind === 'drill';
  const choice = { communityIds, categories, risks };
  /** A condition changed: the counts are no longer true. */
  const with_ =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setSeen(undefined);
    };

  async function attempt<T>(doing: () => Promise<T>): Promise<T> {
    setError(undefined);
    try {
      return await doing();
    } catch (thrown) {
      setError(thrown);
      throw thrown;
    }
  }
  const look = () =>
    attempt(async () => setSeen(await api.response.previewRollCall({ ...choice, perPerson: Number(perPerson) })));
  async function start() {
    if (!(await confirm({ title: w.sure(seen?.elders ?? 0), words: drill ? w.isDrill : w.sureNote, yes: w.go })))
      return;
    const given = { id, reason, words, drill, choice, minutes: Number(minutes), perPerson: Number(perPerson) };
    const { rollCallId } = await attempt(() => act(api.response.startRollCall(given)));
    say(w.begun);
    await go('officeRollCall', { id: rollCallId });
  }
  return (
    <Stack>
      <ChoiceGrid
        label={w.reason}
        name="reason"
        columns={3}
        options={reasonOptions}
        value={reason}
        onChange={setReason}
      />
      {areas.length > 1 ? (
        <CheckGrid
          label={w.where}
          hint={w.whereHint}
          name="community"
          options={areas.map(({ id: value, name: label }) => ({ value, label }))}
          value={communityIds}
          onChange={with_(setCommunities)}
        />
      ) : null}
      <CheckGrid
        label={w.who}
        hint={w.whoHint}
        name="category"
        columns={2}
        options={[...extra, ...categoryOptions]}
        value={categories}
        onChange={with_(setCategories)}
      />
      <CheckGrid
        label={w.risk}
        hint={w.riskHint}
        name="risk"
        columns={4}
        options={riskOptions}
        value={risks}
        onChange={with_(setRisks)}
      />
      <TextInput
        id="minutes"
        label={w.minutes}
        kind="number"
        value={minutes}
        onChange={setMinutes}
        error={errorOf(error, 'minutes')}
      />
      <TextInput
        id="per-person"
        label={w.perPerson}
        kind="number"
        value={perPerson}
        onChange={with_(setPerPerson)}
        error={errorOf(error, 'perPerson')}
      />
      <TextArea
        id="roll-words"
        label={w.words}
        hint={`${w.wordsHint}${reasons[reason].words}`}
        optional
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      <ChoiceGrid
        label={w.asDrill}
        name="kind"
        options={[
          { value: 'real', label: w.real },
          { value: 'drill', label: w.drill },
        ]}
        value={kind}
        onChange={setKind}
      />
      {drill ? <Words>{w.isDrill}</Words> : null}
      {seen ? <Seen seen={seen} /> : null}
      {seen ? (
        <MainAct id="start-roll-call" onTap={start} disabled={seen.elders === 0}>
          {drill ? w.goDrill : w.go}
        </MainAct>
      ) : (
        <PlainButton id="look" icon="people" onTap={look}>
          {w.look}
        </PlainButton>
      )}
    </Stack>
  );
}
