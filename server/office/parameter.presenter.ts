import type { Output } from '@wubian/shared/endpoint.ts';
import type { office } from '@wubian/shared/office/contract.ts';
import { changeOn, type ParameterChange, type ParameterName, parameterRow } from '@wubian/shared/office/parameters.ts';
import type { ParameterHistory } from '../streets/index.ts';

type Parameter = Output<typeof office.parameter>['parameter'];

/** A parameter as it stands on `day` (YYYY-MM-DD), with its changes, the newest first. */
export function presentParameter(key: ParameterName, { version, changes }: ParameterHistory, day: string): Parameter {
  const current = changeOn(changes, day);
  const present = (change: ParameterChange): Parameter['changes'][number] => ({
    id: change.id,
    from: change.from,
    value: change.value,
    byName: change.byName,
    at: change.at.toISOString(),
    reason: change.reason,
    state: change.withdrawn ? 'withdrawn' : change === current ? 'inForce' : change.from > day ? 'planned' : 'past',
    withdrawn: change.withdrawn && { ...change.withdrawn, at: change.withdrawn.at.toISOString() },
  });
  return {
    key,
    value: current?.value ?? parameterRow(key).default,
    version,
    inForce: current ? present(current) : null,
    changes: changes.toReversed().map(present),
  };
}
