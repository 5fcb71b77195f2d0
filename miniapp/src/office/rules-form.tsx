import { View } from '@tarojs/components';
import { type Kind, kindNames, kinds } from '@wubian/shared/companion/kinds.ts';
import { api } from '../api.ts';
import { useDraft } from '../platform/drafts.ts';
import { queryClient } from '../query.ts';
import { askWords, Card, Chips, MainAct, Section, Select, say, Words } from '../ui/index.ts';
import type { Rules } from './use-office.ts';
import { ruleWords as w } from './words.ts';

type Way = keyof typeof w.ways;
const ways = (Object.keys(w.ways) as Way[]).map((value) => ({ value, label: w.ways[value] }));
const fixedHours = [24, 48, 72, 96, 120, 144, 168];

const wayOf = ({ autoOpenKinds, closedKinds }: Rules, kind: Kind): Way =>
  closedKinds.includes(kind) ? 'closed' : autoOpenKinds.includes(kind) ? 'auto' : 'check';

/** The rules with one kind going its new way; the lists keep the catalogue's order, so equal rules look equal. */
function withWay(rules: Rules, kind: Kind, way: Way): Rules {
  const next = (of: Kind): Way => (of === kind ? way : wayOf(rules, of));
  return {
    ...rules,
    autoOpenKinds: kindNames.filter((one) => next(one) === 'auto'),
    closedKinds: kindNames.filter((one) => next(one) === 'closed'),
  };
}

/** What opens by itself, what is not offered, and when a silence counts as a yes. */
export function RulesForm({ rules }: { rules: Rules }) {
  const [draft, setDraft, done] = useDraft('office-rules', rules);
  const hours = [...new Set([...fixedHours, rules.confirmAfterHours])].sort((a, b) => a - b);
  const same = (a: Rules, b: Rules): boolean =>
    a.confirmAfterHours === b.confirmAfterHours && kindNames.every((kind) => wayOf(a, kind) === wayOf(b, kind));

  function save() {
    if (same(draft, rules)) return say(w.nothing);
    return askWords(w.why, {
      label: w.whyLabel,
      hint: w.whyHint,
      need: w.whyNeed,
      yes: w.save,
      draft: 'office-rules',
      field: 'reason',
      async onSend(reason) {
        await api.office.setRules({ rules: draft, reason });
        done();
        await queryClient.invalidateQueries({ queryKey: ['office'] });
        say(w.saved);
      },
    });
  }
  return (
    <>
      <Section title={w.kinds}>
        <Words tone="soft">{w.waysLead}</Words>
        <Card>
          <View>
            {kindNames.map((kind) => (
              <View className="w-ways" key={kind}>
                <View className="w-item-title">{kinds[kind].label}</View>
                <Chips
                  name={kind}
                  label={kinds[kind].label}
                  options={ways}
                  value={wayOf(draft, kind)}
                  onChange={(way) => setDraft(withWay(draft, kind, way))}
                />
              </View>
            ))}
          </View>
        </Card>
      </Section>
      <Select
        id="hours"
        label={w.hours}
        options={hours.map((count) => ({ value: String(count), label: w.hoursOf(count) }))}
        value={String(draft.confirmAfterHours)}
        onChange={(text) => setDraft({ ...draft, confirmAfterHours: Number(text) })}
      />
      <MainAct id="save-rules" onTap={save}>
        {w.save}
      </MainAct>
    </>
  );
}
