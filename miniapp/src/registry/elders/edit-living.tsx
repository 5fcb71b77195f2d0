import { childrenLiveLabels, childrenLives, livingLabels, livings } from '@wubian/shared/registry/categories.ts';
import { ChoiceGrid, Section, TextArea } from '../../ui/index.ts';
import type { ElderAdd } from './use-elder-add.ts';
import { editWords as e, elderWords as w } from './words.ts';

/** "Not known yet" is a choice like the others, and the first one. */
const unknown = { value: '' as const, label: w.unknown };
const livingChoices = [...livings.map((value) => ({ value, label: livingLabels[value] })), unknown];
const childrenChoices = [...childrenLives.map((value) => ({ value, label: childrenLiveLabels[value] })), unknown];
const grades = [...w.handicapGrades.map((label, at) => ({ value: String(at), label })), unknown];
const yesNo = [{ value: 'yes' as const, label: w.yesNo.yes }, { value: 'no' as const, label: w.yesNo.no }, unknown];

/** The facts from which the six categories are derived. */
export function EditLiving({ edit: { form, set, errors } }: { edit: ElderAdd }) {
  return (
    <Section title={w.living}>
      <ChoiceGrid
        name="living"
        label={e.living}
        options={livingChoices}
        value={form.living}
        error={errors.living}
        onChange={(living) => set({ living })}
      />
      <ChoiceGrid
        name="children"
        label={e.children}
        options={childrenChoices}
        value={form.childrenLive}
        error={errors.childrenLive}
        onChange={(childrenLive) => set({ childrenLive })}
      />
      <ChoiceGrid
        name="handicap"
        label={e.handicap}
        options={grades}
        value={form.handicap}
        error={errors.handicapGrade}
        onChange={(handicap) => set({ handicap })}
      />
      <ChoiceGrid
        name="planning"
        label={e.familyPlanning}
        options={yesNo}
        value={form.familyPlanning}
        error={errors.familyPlanningSpecial}
        onChange={(familyPlanning) => set({ familyPlanning })}
      />
    </Section>
  );
}

/** What a helper must know at the door. */
export function EditVisit({ edit: { form, set, errors } }: { edit: ElderAdd }) {
  return (
    <Section title={e.visit}>
      <TextArea
        id="door-notes"
        label={e.doorNotes}
        hint={e.doorHint}
        optional
        maxLength={200}
        value={form.doorNotes}
        error={errors.doorNotes}
        onChange={(doorNotes) => set({ doorNotes })}
      />
      <TextArea
        id="care-notes"
        label={e.careNotes}
        hint={e.careHint}
        optional
        maxLength={300}
        value={form.careNotes}
        error={errors.careNotes}
        onChange={(careNotes) => set({ careNotes })}
      />
    </Section>
  );
}
