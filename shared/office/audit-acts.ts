/** Under which heading the audit keeps an act, so that the street finds it: a table of its own, since it is stored. */
export const auditGroups = {
  reveal: '查看敏感信息',
  change: '办理和修改',
  access: '登录与权限',
  exchange: '导入导出',
} as const;

export type AuditGroup = keyof typeof auditGroups;
export const auditGroupNames = Object.keys(auditGroups) as [AuditGroup, ...AuditGroup[]];

/** Acts that show raw personal data by their very name, whatever their handler says. */
const reveals: readonly string[] = ['registry.reveal', 'registry.breakGlass'];
/** Rooms whose acts lie under another heading than 'change'. */
const byRoom: Readonly<Record<string, AuditGroup>> = { accounts: 'access', exchange: 'exchange' };

/** The heading of an act `room.endpoint`; what reveals is kept as that whatever room it is of. */
export const auditGroupOf = (act: string, reveal: boolean): AuditGroup =>
  reveal || reveals.includes(act) ? 'reveal' : (byRoom[act.split('.')[0]!] ?? 'change');

/** How a call ended, for whoever searches: as wished, with a no, or nobody knows. */
export const auditOutcomes = { done: '已完成', refused: '被拒绝', unknown: '结果不明' } as const;

export type AuditOutcome = keyof typeof auditOutcomes;
export const auditOutcomeNames = Object.keys(auditOutcomes) as [AuditOutcome, ...AuditOutcome[]];

/** Stored outcomes after which nobody can say what was written: the process died, or the database fell silent. */
export const openOutcomes = ['unknown', 'busy', 'unexpected'] as const;

/** A stored outcome ('done', 'unknown' or the code of a refusal) as it is searched for. */
export const auditOutcomeOf = (stored: string): AuditOutcome =>
  stored === 'done' ? 'done' : (openOutcomes as readonly string[]).includes(stored) ? 'unknown' : 'refused';
