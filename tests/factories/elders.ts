import type { GrantScopeName, RelationName } from '@wubian/shared/registry/contract.ts';
import type { ElderFile } from '../../server/registry/door.ts';

let made = 0;

/** An id of the house's form, different with every call. */
export const anId = (): string => (++made).toString(16).padStart(24, '0');

/** What nobody but those concerned may read: tests search whole answers for these. */
export const secrets = {
  phone: '13800001234',
  door: '3号楼2门501',
  doorNotes: '门铃坏了请敲门',
  careNotes: '听力不好',
};

export const anElder = (
  given: Partial<ElderFile> & Pick<ElderFile, 'streetId' | 'communityId' | 'estateId'>,
): ElderFile => ({
  id: anId(),
  name: '王秀兰',
  phone: secrets.phone,
  status: 'present',
  statusUntil: null,
  gridId: null,
  door: secrets.door,
  building: '3号楼',
  doorNotes: secrets.doorNotes,
  careNotes: secrets.careNotes,
  contacts: [{ name: '周敏', relation: '女儿', phone: '13800005678' }],
  keyHolders: [],
  landline: null,
  birthDate: null,
  responsibleId: null,
  ...given,
});

export interface GrantGiven {
  accountId: string;
  elderId: string;
  relation: RelationName;
  scopes: GrantScopeName[];
}
