import { View } from '@tarojs/components';
import {
  type AuditGroup,
  type AuditOutcome,
  auditGroupNames,
  auditGroups,
  auditOutcomeNames,
  auditOutcomes,
} from '@wubian/shared/office/audit-acts.ts';
import { Columns, Select, Tap, TextInput } from '../ui/index.ts';
import { type Period, readDay } from './audit-days.ts';
import { auditWords as w } from './words.ts';

/** Someone whose entries alone are shown; the name is only said. */
export interface Only {
  id: string;
  name: string;
}

export interface AuditWish {
  period: Period;
  own: { from: string; to: string };
  group: AuditGroup | '';
  outcome: AuditOutcome | '';
  person?: Only | undefined;
  elder?: Only | undefined;
}

const periods = (Object.keys(w.periods) as Period[]).map((value) => ({ value, label: w.periods[value] }));
const groups = [
  { value: '' as const, label: w.allGroups },
  ...auditGroupNames.map((value) => ({ value, label: auditGroups[value] })),
];
const outcomes = [
  { value: '' as const, label: w.allOutcomes },
  ...auditOutcomeNames.map((value) => ({ value, label: auditOutcomes[value] })),
];

const dayError = (typed: string) => (typed && !readDay(typed) ? w.dayWrong : undefined);

/** What to look for: when, what, how it ended, and whose entries alone. */
export function AuditFilter({ wish, onChange }: { wish: AuditWish; onChange: (more: Partial<AuditWish>) => void }) {
  const { period, own, group, outcome, person, elder } = wish;
  const kept = [
    { key: 'person', only: person, off: { person: undefined } },
    { key: 'elder', only: elder, off: { elder: undefined } },
  ];
  return (
    <>
      <Columns min={220}>
        <Select
          id="period"
          label={w.period}
          options={periods}
          value={period}
          onChange={(value) => onChange({ period: value })}
        />
        <Select
          id="group"
          label={w.group}
          options={groups}
          value={group}
          onChange={(value) => onChange({ group: value })}
        />
        <Select
          id="outcome"
          label={w.outcome}
          options={outcomes}
          value={outcome}
          onChange={(value) => onChange({ outcome: value })}
        />
      </Columns>
      {period === 'own' ? (
        <Columns min={220}>
          {(['from', 'to'] as const).map((end) => (
            <TextInput
              key={end}
              id={`day-${end}`}
              label={w[end]}
              hint={w.dayHint}
              error={dayError(own[end])}
              value={own[end]}
              maxLength={12}
              onChange={(text) => onChange({ own: { ...own, [end]: text } })}
            />
          ))}
        </Columns>
      ) : null}
      {person || elder ? (
        <View className="w-chips">
          {kept.map(({ key, only, off }) =>
            only ? (
              <Tap key={key} id={`only-${key}`} className="w-chip w-chip--on" onTap={() => onChange(off)}>
                <View className="w-chip-body">{w.everyone(only.name)}</View>
              </Tap>
            ) : null,
          )}
        </View>
      ) : null}
    </>
  );
}
