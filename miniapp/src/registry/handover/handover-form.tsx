import { dependentKinds } from '@wubian/shared/registry/stewardship.ts';
import { roleMay } from '@wubian/shared/roles.ts';
import { useState } from 'react';
import { useMe } from '../../accounts/index.ts';
import { api } from '../../api.ts';
import { newId } from '../../platform/new-id.ts';
import { queryClient } from '../../query.ts';
import {
  askWords,
  DangerButton,
  ListRow,
  MainAct,
  openSheet,
  Rows,
  Select,
  Stack,
  say,
  TextInput,
  Words,
} from '../../ui/index.ts';
import { DependentList } from './dependent-list.tsx';
import type { Dependents, Handover } from './use-handover.ts';
import { handoverWords as w } from './words.ts';

const mostNamed = 5;

/** What stays, told once for all that stay for the same reason. */
function groupsOf(left: Handover['left']) {
  const groups = new Map<string, Handover['left']>();
  for (const one of left) groups.set(one.kind + one.words, [...(groups.get(one.kind + one.words) ?? []), one]);
  return [...groups].map(([key, all]) => {
    const names = [...new Set(all.map(({ title }) => title))];
    const more = names.length > mostNamed ? '……' : '';
    return {
      key,
      title: `${dependentKinds[all[0]!.kind]}（${all.length}）`,
      notes: [names.slice(0, mostNamed).join('、') + more, all[0]!.words],
    };
  });
}

function Preview({ handover: { moved, left }, onYes }: { handover: Handover; onYes: () => Promise<void> }) {
  return (
    <Stack>
      {moved.length ? (
        <Words>{`${w.will}：${moved.map(({ label, count }) => `${label} ${count}`).join('，')}`}</Words>
      ) : null}
      {left.length ? (
        <>
          <Words tone="strong">{`${w.left}（${left.length}）`}</Words>
          <Rows>
            {groupsOf(left).map(({ key, title, notes }) => (
              <ListRow key={key} title={title} notes={notes} />
            ))}
          </Rows>
        </>
      ) : null}
      {moved.length ? (
        <MainAct id="handover-go" onTap={onYes}>
          {w.go}
        </MainAct>
      ) : null}
    </Stack>
  );
}

interface HandoverFormProps {
  accountId: string;
  dependents: Dependents;
}

/** Gives what hangs on one person to another, preview first; with nothing left the roles may be ended. */
export function HandoverForm({ accountId, dependents }: HandoverFormProps) {
  const role = useMe().data?.active?.role;
  const [id, setId] = useState(newId);
  const [to, setTo] = useState('');
  const [why, setWhy] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [keysGiven, setKeys] = useState<string[]>([]);
  const { name, counts, roles, successors } = dependents;
  const send = (dry: boolean) =>
    api.registry.handOver({ id, fromAccountId: accountId, toAccountId: to || null, keysGiven, why: why.trim(), dry });

  async function preview() {
    if (!why.trim()) return setWrong(w.needWhy);
    setWrong(undefined);
    const shown = await send(true);
    const yes = await openSheet<true>(w.previewTitle, (close) => (
      <Preview handover={shown} onYes={async () => close(true)} />
    ));
    if (!yes) return;
    const { left } = await send(false);
    setId(newId());
    setKeys([]);
    await queryClient.invalidateQueries({ queryKey: ['registry'] });
    say(left.length ? w.doneButLeft(left.length) : w.done);
  }
  const end = (assignmentId: string, label: string) =>
    askWords(w.endTitle(name, label), {
      ...{ label: w.why, need: w.endNeed, quick: w.endQuick, yes: w.end(label), danger: true, maxLength: 100 },
      ...{ draft: `end-role/${assignmentId}`, field: 'reason' },
      async onSend(reason) {
        await api.accounts.endRole({ assignmentId, reason });
        await queryClient.invalidateQueries();
        say(w.ended);
      },
    });
  const mayEnd = !!role && roleMay(role, 'people.manage');
  return (
    <>
      <Words tone="soft">
        {`${w.roles}：${roles.map(({ label, communities }) => [label, communities.join('、')].filter(Boolean).join(' ')).join('；')}`}
      </Words>
      {counts.length ? (
        <>
          <DependentList dependents={dependents} keysGiven={keysGiven} onKeys={setKeys} />
          <Select
            id="handover-to"
            label={w.to}
            options={[
              { value: '', label: w.toNobody },
              ...successors.map((one) => ({ value: one.accountId, label: `${one.name} · ${one.label}` })),
            ]}
            value={to}
            onChange={setTo}
          />
          <TextInput
            id="handover-why"
            label={w.why}
            hint={w.whyHint}
            maxLength={100}
            value={why}
            error={wrong}
            onChange={setWhy}
          />
          <MainAct id="handover-preview" onTap={preview}>
            {w.preview}
          </MainAct>
        </>
      ) : (
        <>
          <Words tone="lead">{w.nothing}</Words>
          {mayEnd
            ? roles.map(({ assignmentId, label }) => (
                <DangerButton key={assignmentId} id={`end-${assignmentId}`} onTap={() => end(assignmentId, label)}>
                  {w.end(label)}
                </DangerButton>
              ))
            : null}
        </>
      )}
    </>
  );
}
