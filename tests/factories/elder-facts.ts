import { randomBytes } from 'node:crypto';
import type { Input } from '@wubian/shared/endpoint.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import type { Community } from '../../server/streets/index.ts';

export type FactsGiven = Input<typeof registry.addElder>['facts'];

export const aRandomId = (): string => randomBytes(12).toString('hex');

/** The facts of one elder of a community, in its first estate unless told otherwise. */
export const someFacts = (
  { id: communityId, estates }: Pick<Community, 'id' | 'estates'>,
  { address, ...given }: Partial<Omit<FactsGiven, 'address'>> & { address?: Partial<FactsGiven['address']> } = {},
): FactsGiven => ({
  name: '王秀兰',
  sex: 'female',
  birthDate: '1944-03-08',
  phone: '13800001234',
  living: 'alone',
  childrenLive: 'elsewhere',
  abilityLevel: 1,
  handicapGrade: 0,
  familyPlanningSpecial: false,
  contacts: [{ name: '周敏', relation: '女儿', phone: '13800005678' }],
  doorNotes: '门铃坏了请敲门',
  careNotes: '听力不好，说话慢一点',
  ...given,
  address: { communityId, estateId: estates[0]!.id, building: '3', unit: '2', floor: '5', room: '501', ...address },
});
