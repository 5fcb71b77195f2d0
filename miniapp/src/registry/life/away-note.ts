import { isAtHome, isAway, lifeStatuses } from '@wubian/shared/registry/life.ts';
import { sayDay } from '@wubian/shared/time.ts';
import type { MyElder } from '../use-my-elders.ts';
import { lifeWords as w } from './words.ts';

/** Whether her family, or she herself, may ask for a visit; for who is away only from her return on. */
export const mayAskFor = ({ status, scopes }: Pick<MyElder, 'status' | 'scopes'>): boolean =>
  scopes.includes('ask') && (isAtHome(status) || isAway(status));

/** '住院，预计 5月20日 周三 回家' for her family; undefined for who is at home. */
export function awayNote({ status, statusUntil }: Pick<MyElder, 'status' | 'statusUntil'>): string | undefined {
  if (isAtHome(status)) return undefined;
  if (!isAway(status)) return w.movedOut;
  return w.awayNote(lifeStatuses[status], statusUntil ? w.until(sayDay(statusUntil)) : '');
}
