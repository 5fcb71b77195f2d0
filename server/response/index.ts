import type { response as contract } from '@wubian/shared/response/contract.ts';
import { roles } from '@wubian/shared/roles.ts';
import type { Handlers } from '../handler.ts';
import { createIncidents, type Incidents, type IncidentsOptions } from './incidents/index.ts';
import type { DutyPerson, RosterDoor } from './roster/door.ts';

export type { IncidentsDoor } from './incidents/door.ts';
export { sealedInIncidents as sealedInResponse } from './incidents/index.ts';

export interface ResponseRoom extends Omit<Incidents, 'handlers'> {
  handlers: Handlers<{ response: typeof contract }>['response'];
}

/** Everybody who answers for the place, while no roster is planned. */
function withoutRoster({ accounts }: Pick<IncidentsOptions, 'accounts'>): RosterDoor {
  const all = async (
    streetId: string,
    wanted: readonly ('gridWorker' | 'communityHead' | 'streetOffice')[],
    communityId?: string,
  ) => {
    const held = await accounts.holders(streetId, wanted, communityId);
    const people = await accounts.people(held.map(({ accountId }) => accountId));
    return held.flatMap(({ accountId, role }): DutyPerson[] => {
      const person = people.get(accountId);
      return person && roles[role].staff ? [{ ...person, role, via: 'leader' }] : [];
    });
  };
  return {
    onDuty: (streetId, communityId) => all(streetId, ['gridWorker', 'communityHead'], communityId),
    leaders: (streetId) => all(streetId, ['streetOffice']),
  };
}

/** 手边有响应: calls for help, and who answers them. */
export function createResponse(options: Omit<IncidentsOptions, 'roster'>): ResponseRoom {
  return createIncidents({ ...options, roster: withoutRoster(options) });
}
