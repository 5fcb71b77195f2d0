import { type ConsentPurpose, consentStandOf, isStopped } from '@wubian/shared/registry/consents.ts';
import type { registry as contract } from '@wubian/shared/registry/contract.ts';
import type { privacy as privacyContract } from '@wubian/shared/registry/privacy-contract.ts';
import type { Connection } from 'mongoose';
import type { Handlers } from '../handler.ts';
import type { PersonKeeper } from '../person-keeper.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { askRights, listRights, refuseRights } from './ask-rights.ts';
import { breakGlass } from './break-glass.ts';
import { createConsentStore } from './consent.store.ts';
import { createEraseStore } from './erase-elder.store.ts';
import { erasePerson } from './erase-person.ts';
import { exportPerson } from './export-person.ts';
import { giveConsent } from './give-consent.ts';
import { createGlassStore } from './glass.store.ts';
import { createGlassFinder } from './glass-find.store.ts';
import { listConsents } from './list-consents.ts';
import { listGlass, reviewGlass } from './list-glass.ts';
import { type ExportsWith, listViews } from './list-views.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { registryKeeper } from './registry-keeper.ts';
import { createRightsStore } from './rights.store.ts';
import type { Room } from './room.ts';
import { followGlass } from './tell-glass.ts';
import { withdrawConsent } from './withdraw-consent.ts';

type Named = Pick<Handlers<{ registry: typeof contract }>['registry'], keyof typeof privacyContract>;

/** The part of the registry that looks after personal data: consents, looks, break-glass, a person's rights. */
export function createPrivacy(
  room: Room,
  db: Connection,
  cipher: FieldCipher,
  parts: Pick<PrivacyRoom, 'audit' | 'limits'>,
) {
  const all: PrivacyRoom = {
    ...room,
    ...parts,
    consents: createConsentStore(db, cipher),
    glass: createGlassStore(db, cipher),
    findForGlass: createGlassFinder(db, cipher),
    rights: createRightsStore(db, cipher),
    eraseStore: createEraseStore(db, cipher),
    keepers: [],
  };
  all.keepers.push(registryKeeper(all));
  const handlers: Named = {
    consents: listConsents(all),
    giveConsent: giveConsent(all),
    withdrawConsent: withdrawConsent(all),
    fileViews: listViews(all),
    breakGlass: breakGlass(all),
    listGlass: listGlass(all),
    reviewGlass: reviewGlass(all),
    askRights: askRights(all),
    listRights: listRights(all),
    exportPerson: exportPerson(all),
    erasePerson: erasePerson(all),
    refuseRights: refuseRights(all),
  };
  return {
    handlers,
    /** For the jobs: tells what a crash has kept of a use of break-glass; answers how many uses. */
    followGlass: followGlass(all),
    onPerson: (keeper: PersonKeeper) => void all.keepers.push(keeper),
    onExports: (exportsWith: ExportsWith) => {
      all.exportsWith = exportsWith;
    },
    door: {
      async sharesWithVolunteers(streetId: string, elderId: string): Promise<boolean> {
        return !isStopped(consentStandOf('volunteers', await all.consents.newest(streetId, elderId, 'volunteers')));
      },
      async consentOf(
        streetId: string,
        elderId: string,
        purpose: ConsentPurpose,
      ): Promise<'given' | 'refused' | 'unknown'> {
        const stand = consentStandOf(purpose, await all.consents.newest(streetId, elderId, purpose));
        if (isStopped(stand)) return 'refused';
        return stand === 'given' ? 'given' : 'unknown';
      },
    },
  };
}
