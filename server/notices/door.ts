import type { Role } from '@wubian/shared/roles.ts';

/** One message to one person in one role. `id` is made from its cause, so telling twice is telling once. */
export interface NoticeToTell {
  id: string;
  streetId: string;
  accountId: string;
  role: Role;
  title: string;
  body: string;
  at: Date;
  urgent: boolean;
  taskId: string | null;
  grantId: string | null;
}

/** Notices by what they lead to, or by how their ids begin. */
export interface NoticesAbout {
  taskIds?: readonly string[];
  grantIds?: readonly string[];
  prefixes?: readonly string[];
  /** A full name: notices that tell it and lead to nothing. */
  naming?: string;
}

export interface NoticesDoor {
  /** Stores the notices that are not there yet. Bodies carry no phone, door or illness. */
  tell(notices: readonly NoticeToTell[]): Promise<void>;
  /** Removes what was told about a person who is erased. */
  forget(streetId: string, about: NoticesAbout): Promise<void>;
}
