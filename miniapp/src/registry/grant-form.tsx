import { relationLabels, relations } from '@wubian/shared/registry/relations.ts';
import { now } from '../platform/clock.ts';
import { CheckGrid, ChoiceGrid, Stack, TextInput } from '../ui/index.ts';
import { AreaChoice } from './area-choice.tsx';
import { type GrantDraft, type Scope, type Until, untilDay } from './grant-draft.ts';
import { longDay } from './long-day.ts';
import { registryWords as say } from './words.ts';

const kin = relations.filter((one) => one !== 'self').map((value) => ({ value, label: relationLabels[value] }));
const scopes = (Object.keys(say.scopeLabels) as Scope[]).map((value) => ({ value, label: say.scopeLabels[value] }));
const untils = Object.keys(say.untilLabels) as Until[];

interface GrantFormProps {
  draft: GrantDraft;
  onChange: (draft: GrantDraft) => void;
  wrong: Readonly<Record<string, string>>;
}

/** For whom, as what, for which acts, until when. An elder who claims her own file answers only for whom. */
export function GrantForm({ draft, onChange, wrong }: GrantFormProps) {
  const set = (part: Partial<GrantDraft>) => onChange({ ...draft, ...part });
  const self = draft.relation === 'self';
  return (
    <Stack>
      <AreaChoice
        streetId={draft.streetId}
        communityId={draft.communityId}
        wrong={wrong}
        onChange={(area) => set(area)}
      />
      <TextInput
        id="elder-name"
        kind="name"
        label={say.elderName}
        value={draft.elderName}
        onChange={(elderName) => set({ elderName })}
        maxLength={30}
        error={wrong.elderName}
      />
      <TextInput
        id="elder-phone"
        kind="phone"
        label={say.elderPhone}
        hint={self ? undefined : say.elderPhoneHint}
        optional
        value={draft.elderPhone}
        onChange={(elderPhone) => set({ elderPhone })}
        maxLength={20}
        error={wrong.elderPhone}
      />
      {self ? null : (
        <>
          <ChoiceGrid
            name="relation"
            label={say.relation}
            options={kin}
            value={draft.relation}
            onChange={(relation) => set({ relation })}
            error={wrong.relation}
          />
          <CheckGrid
            name="scope"
            label={say.scopes}
            columns={1}
            options={scopes}
            value={draft.scopes}
            onChange={(chosen) => set({ scopes: chosen })}
            error={wrong.scopes}
          />
          <ChoiceGrid
            name="until"
            label={say.until}
            hint={say.untilDay(longDay(untilDay(draft.until, now())))}
            options={untils.map((value) => ({ value, label: say.untilLabels[value] }))}
            value={draft.until}
            onChange={(until) => set({ until })}
            error={wrong.until}
          />
        </>
      )}
    </Stack>
  );
}
