import { View } from '@tarojs/components';
import { dataFaults } from '@wubian/shared/registry/quality.ts';
import { now } from '../../platform/clock.ts';
import { agoWords, Card, MiniTag, StatusTag, type Tone, Words } from '../../ui/index.ts';
import type { Elder } from '../elders/use-elders.ts';
import { dossierWords as w } from './words.ts';

const riskTones = { red: 'warn', orange: 'warn', yellow: 'wait', green: 'done' } as const satisfies Record<
  string,
  Tone
>;

/** Who she is at one look: name, age, risk, what holds, who answers for her, what is missing in the file. */
export function DossierHead({ elder }: { elder: Elder }) {
  const { facts, risk, categories, faults } = elder;
  const held = categories.filter(({ holds }) => holds === 'yes');
  const isCaredFor = elder.status !== 'dead' && elder.status !== 'merged' && elder.status !== 'movedOut';
  return (
    <Card>
      <View className="w-item-head">
        <View className="w-item-title">{`${facts.name} · ${w.sex[facts.sex]} · ${w.age(elder.age)}`}</View>
        {isCaredFor ? <StatusTag tone={riskTones[risk.colour]}>{w.risk(risk.label)}</StatusTag> : null}
      </View>
      <Words>{`${elder.communityName} ${elder.addressLine}`}</Words>
      {held.length ? (
        <View>
          {held.map(({ category, label }) => (
            <MiniTag key={category}>{label}</MiniTag>
          ))}
        </View>
      ) : null}
      {isCaredFor ? (
        <Words tone="soft">
          {risk.missing.length ? `${risk.reason}。${w.mayBeWorse(risk.missing.join('、'))}` : risk.reason}
        </Words>
      ) : null}
      <Words tone="soft">
        {[
          elder.responsibleName ? w.responsible(elder.responsibleName) : w.noResponsible,
          w.account(elder.hasAccount),
          w.updated(agoWords(elder.updatedAt, now())),
        ].join(' · ')}
      </Words>
      {isCaredFor && faults.length ? (
        <Words tone="strong">{`${w.faults}：${faults.map((fault) => dataFaults[fault]).join('、')}`}</Words>
      ) : null}
    </Card>
  );
}
