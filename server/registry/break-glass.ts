import type { Output } from '@wubian/shared/endpoint.ts';
import { maskPhone } from '@wubian/shared/masks.ts';
import { badField, Refusal } from '@wubian/shared/refusals.ts';
import { doorKeySought, formatDoor, parseDoor } from '@wubian/shared/registry/address.ts';
import { ageOn } from '@wubian/shared/registry/categories.ts';
import type { registry } from '@wubian/shared/registry/contract.ts';
import { dayOf } from '@wubian/shared/time.ts';
import type { Handler } from '../handler.ts';
import { communityOf, type Street } from '../streets/index.ts';
import { communityName, estateName } from './elder.presenter.ts';
import type { StoredElder } from './elder-form.ts';
import type { PrivacyRoom } from './privacy-room.ts';
import { wholeStreet } from './scope.ts';
import { tellGlass } from './tell-glass.ts';
import { words } from './words.ts';

type Opened = Output<typeof registry.breakGlass>['items'][number];

/** More of one name than this, and nobody is shown: something else must be known of her. */
const mostOpened = 3;
/** House number: an emergency is rare; whoever opens more files than this is looking for something else. */
const limit = { max: 10, windowSeconds: 3600 };

/** Enough to find her, ring around and help; not the ID number. */
function open({ id, facts }: StoredElder, street: Street, day: string): Opened {
  const { address } = facts;
  const where = [estateName(street, address.estateId), formatDoor(address), address.note];
  return {
    elderId: id,
    name: facts.name,
    age: facts.birthDate && ageOn(facts.birthDate, day),
    communityName: communityName(street, address.communityId),
    address: where.filter(Boolean).join(' '),
    phones: [facts.phone, facts.landline].filter((phone) => phone !== null),
    contacts: facts.contacts,
    keyHolders: facts.keyHolders,
    doorNotes: facts.doorNotes,
    careNotes: facts.careNotes,
    allergies: facts.allergies,
  } as Opened;
}

/** The form under which a door is found. Throws `bad_input` for what is no door. */
function doorOf(typed: string | undefined): string | undefined {
  if (!typed) return undefined;
  const sought = parseDoor(typed);
  const key = sought && doorKeySought(sought);
  if (!key) throw badField('door', words.doorUnread);
  return key;
}

/**
 * Opens what is needed of a file outside one's own area, in an emergency. The use is kept before anything is shown,
 * enters the audit as a reveal, and is told at once to those who answer for the community, to her and to her family.
 */
export const breakGlass =
  (room: PrivacyRoom): Handler<typeof registry.breakGlass> =>
  async (actor, { id, name, phone, door, communityId, why }, call) => {
    const { streetId, accountId } = actor;
    const street = await room.streets.street(streetId);
    if (communityId && !communityOf(street, communityId)) throw new Refusal('area_unknown');
    const hint = { name, phone, door: doorOf(door), communityId };
    const at = room.now();
    await room.limits.take(`glass:${accountId}`, limit, at);
    call.about({ reason: why });
    const found = await room.findForGlass(streetId, hint, mostOpened + 1);
    if (found.length === 0 || found.length > mostOpened) {
      call.about({ what: words.glassTried });
      return { items: [], more: found.length > 0 };
    }

    // Kept for the reviewer, who needs no number: masked from the start.
    const hints = [phone && maskPhone(phone), door && words.byDoor, communityId && communityName(street, communityId)];
    const asked = [name, ...hints].filter(Boolean).join('，');
    const fresh = { id, streetId, by: accountId, role: actor.role, at, elderIds: found, asked, why };
    const glass = await room.glass.add(fresh);
    if (!glass) throw new Refusal('id_taken');
    call.about({ elderIds: glass.elderIds, what: words.glassOpened, reveal: true });
    await tellGlass(room, glass);
    const files = await Promise.all(glass.elderIds.map((one) => room.elders.byId(wholeStreet(streetId), one)));
    return { items: files.flatMap((file) => (file ? [open(file, street, dayOf(at))] : [])), more: false };
  };
