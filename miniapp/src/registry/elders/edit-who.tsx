import { ChoiceGrid, Section, TextInput } from '../../ui/index.ts';
import type { ElderAdd } from './use-elder-add.ts';
import { editWords as e, elderWords as w } from './words.ts';

const sexes = [
  { value: 'female', label: w.sex.female },
  { value: 'male', label: w.sex.male },
] as const;
const bornKnown = [
  { value: 'yes', label: e.bornKnown },
  { value: 'unknown', label: w.unknown },
] as const;

/** Name, sex, birth, papers, phone. */
export function EditWho({ edit: { form, set, errors } }: { edit: ElderAdd }) {
  return (
    <Section title={e.who}>
      <TextInput
        id="name"
        label={e.name}
        maxLength={30}
        value={form.name}
        error={errors.name}
        onChange={(name) => set({ name })}
      />
      <ChoiceGrid
        name="sex"
        label={e.sex}
        options={sexes}
        value={form.sex || undefined}
        error={errors.sex}
        onChange={(sex) => set({ sex })}
      />
      <ChoiceGrid
        name="born"
        label={e.born}
        options={bornKnown}
        value={form.bornKnown}
        onChange={(known) => set({ bornKnown: known })}
      />
      {form.bornKnown === 'yes' ? (
        <TextInput
          id="birth-date"
          label={e.bornDay}
          hint={e.bornHint}
          maxLength={12}
          value={form.birthDate}
          error={errors.birthDate}
          onChange={(birthDate) => set({ birthDate })}
        />
      ) : null}
      <TextInput
        id="id-number"
        label={e.idNumber}
        hint={e.idNumberHint}
        optional
        maxLength={20}
        value={form.idNumber}
        error={errors.idNumber}
        onChange={(idNumber) => set({ idNumber })}
      />
      <TextInput
        id="phone"
        kind="phone"
        label={e.phone}
        hint={e.phoneHint}
        optional
        maxLength={20}
        value={form.phone}
        error={errors.phone}
        onChange={(phone) => set({ phone })}
      />
    </Section>
  );
}
