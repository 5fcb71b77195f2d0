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

export interface NoticesDoor {
  /** Stores the notices that are not there yet. Bodies carry no phone, door or illness. */
  tell(notices: readonly NoticeToTell[]): Promise<void>;
}
