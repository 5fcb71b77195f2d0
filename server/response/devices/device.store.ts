import type { DeviceKind, DeviceState } from '@wubian/shared/response/devices-contract.ts';
import type { Connection } from 'mongoose';
import type { FieldCipher } from '../../store/field-cipher.ts';
import { isDuplicate } from '../../store/is-duplicate.ts';
import type { SealedPlaces } from '../../store/sealed-places.ts';
import { deviceModel, nonceModel } from './device.model.ts';

/** A device of one elder. */
export interface StoredDevice {
  _id: string;
  streetId: string;
  elderId: string;
  kind: DeviceKind;
  label: string;
  /** Sealed at rest, open in memory. */
  secret: string;
  state: DeviceState;
  reason: string;
  registeredAt: Date;
  registeredBy: string;
  lastHeardAt: Date | null;
  testedAt: Date | null;
  /** Percent. */
  battery: number | null;
}

/** Every sealed place of a device. */
export const sealedInDevices: SealedPlaces = { collection: 'devices', paths: [{ path: 'secret', field: 'secret' }] };

export function createDeviceStore(db: Connection, cipher: FieldCipher) {
  const Devices = deviceModel(db);
  const Nonces = nonceModel(db);
  const place = (id: string) => ({ collection: 'devices', field: 'secret', id });
  const open = (found: StoredDevice | null): StoredDevice | null =>
    found && { ...found, secret: cipher.open(found.secret, place(found._id)) };

  return {
    /** False when the id is taken. */
    async add(device: StoredDevice): Promise<boolean> {
      try {
        await Devices.create({ ...device, secret: cipher.seal(device.secret, place(device._id)) });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    /** Whoever asks: a device says who it is by its id and signature, in no street. */
    byId: async (id: string): Promise<StoredDevice | null> => open(await Devices.findById(id).lean<StoredDevice>()),

    /** The newest first, at most 100. */
    async ofElder(streetId: string, elderId: string): Promise<StoredDevice[]> {
      const found = Devices.find({ streetId, elderId }).sort({ registeredAt: -1, _id: 1 }).limit(100);
      return (await found.lean<StoredDevice[]>()).map((one) => open(one)!);
    },

    /** A new secret; the old one no longer works. */
    async renew(streetId: string, id: string, secret: string): Promise<void> {
      await Devices.updateOne({ _id: id, streetId }, { $set: { secret: cipher.seal(secret, place(id)) } });
    },

    async setState(streetId: string, id: string, state: DeviceState, reason: string): Promise<void> {
      await Devices.updateOne({ _id: id, streetId }, { $set: { state, reason } });
    },

    /** It spoke; what came late does not turn the time back. */
    async heard(id: string, at: Date, said: { battery?: number | undefined; tested: boolean }): Promise<void> {
      await Devices.updateOne(
        { _id: id },
        {
          $max: { lastHeardAt: at, ...(said.tested && { testedAt: at }) },
          ...(said.battery !== undefined && { $set: { battery: said.battery } }),
        },
      );
    },

    /**
     * Takes a number for this content. 'same': the same content has used it, so this is the same sending once more;
     * 'used': something else has. Right across processes: the number is the document's id.
     */
    async take(id: string, nonce: string, print: string, expiresAt: Date): Promise<'new' | 'same' | 'used'> {
      const _id = `${id}:${nonce}`;
      try {
        await Nonces.create({ _id, print, expiresAt });
        return 'new';
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const known = await Nonces.findById(_id).lean<{ print: string }>();
        return known?.print === print ? 'same' : 'used';
      }
    },

    async removeOf(streetId: string, elderId: string): Promise<void> {
      await Devices.deleteMany({ streetId, elderId });
    },
  };
}

export type DeviceStore = ReturnType<typeof createDeviceStore>;
