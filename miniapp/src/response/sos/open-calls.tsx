import { View } from '@tarojs/components';
import { type Role, roleMay } from '@wubian/shared/roles.ts';
import { useEffect } from 'react';
import { useMe } from '../../accounts/index.ts';
import { go } from '../../platform/nav.ts';
import { Icon, Stack, Tap } from '../../ui/index.ts';
import { type IncidentRow, useMyIncidents } from '../incident/use-incident.ts';
import { useSosElders, useUnsentCalls } from './use-sos.ts';
import { sosWords as w } from './words.ts';

interface OpenProps {
  id: string;
  title: string;
  note: string;
  onTap: () => unknown;
}

function OpenCall({ id, title, note, onTap }: OpenProps) {
  return (
    <Tap id={id} className="w-open-call" onTap={onTap}>
      <Icon name="warn" colour="white" size={32} />
      <View className="w-open-call-body">
        <View className="w-open-call-title">{title}</View>
        <View className="w-open-call-note">{note}</View>
      </View>
      <Icon name="forward" colour="white" />
    </Tap>
  );
}

/** Once in each run of the program: who starts it while her call is still unsent wants to see that. */
let isShown = false;

/** Her own page shows an old person who comes; the desk has a page of its own for a call. */
function openOf({ id }: IncidentRow, role: Role | undefined): Promise<void> {
  if (role === 'resident') return go('sos');
  return role && roleMay(role, 'sos.desk') ? go('workerIncident', { id }) : go('incident', { id });
}

/** On home pages: what was pressed and is not sent yet, and open calls that concern who is signed in. */
export function OpenCalls() {
  const role = useMe().data?.active?.role;
  const unsent = useUnsentCalls();
  const open = useMyIncidents().data?.items.filter((one) => one.open) ?? [];
  // Read here so that whom she may call for lies on the phone before the network goes.
  useSosElders();
  const waits = unsent.length > 0;
  useEffect(() => {
    if (waits && !isShown) void go('sos');
    isShown = true;
  }, [waits]);
  if (!waits && !open.length) return null;
  return (
    <Stack>
      {waits ? <OpenCall id="unsent-call" title={w.unsent} note={w.unsentNote} onTap={() => go('sos')} /> : null}
      {open.map((one) => (
        <OpenCall
          key={one.id}
          id={`open-${one.id}`}
          title={role === 'resident' ? w.openMine : w.openOne(one.elderName)}
          note={role === 'resident' ? w.openOwn : w.ledBy(one.leader, one.statusLabel)}
          onTap={() => openOf(one, role)}
        />
      ))}
    </Stack>
  );
}
