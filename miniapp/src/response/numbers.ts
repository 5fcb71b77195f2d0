import type { MyElder } from '../registry/index.ts';
import { helpWords } from './words.ts';

/** One number to ring. */
export interface Callee {
  label: string;
  phone: string;
}

type Known = Pick<MyElder, 'name' | 'relation' | 'communityName' | 'communityPhone' | 'worker' | 'contacts'>;

/** Each number once, where it stood first. */
const once = (callees: readonly Callee[]): Callee[] =>
  callees.filter(({ phone }, index) => phone && callees.findIndex((one) => one.phone === phone) === index);

/** The community's side of my elders: her worker first, then the office. */
export const communityNumbers = (elders: readonly Known[]): Callee[] =>
  once(
    elders.flatMap(({ worker, communityName, communityPhone }) => [
      ...(worker ? [{ label: helpWords.worker(worker.name), phone: worker.phone }] : []),
      { label: helpWords.communityPhone(communityName), phone: communityPhone },
    ]),
  );

/**
 * The family contacts in the order in which the registry says they should be called. Who looks after several elders
 * reads whose contact it is; an old person herself does not need that.
 */
export const familyNumbers = (elders: readonly Known[]): Callee[] =>
  once(
    elders.flatMap(({ name, relation, contacts }) =>
      contacts.map((contact) => ({
        label:
          relation === 'self' ? `${contact.relation} ${contact.name}` : `${name}的${contact.relation} ${contact.name}`,
        phone: contact.phone,
      })),
    ),
  );
