/**
 * The ten roles of the house, one row each: what it is called, whether it must pass a second factor,
 * which home it opens, over what it reaches, and what it may ask for at the door.
 * Reach beyond the row (own elders, own community) is the scope of the assignment and the policy of each room.
 */
export const roles = {
  resident: {
    label: '老人',
    staff: false,
    scope: 'elder',
    may: [
      'task.ask',
      'task.follow',
      'task.confirm',
      'grant.answer',
      'elder.readOwn',
      'notice.read',
      'sos.raise',
      'sos.act',
      'roster.rate',
    ],
  },
  family: {
    label: '家属',
    staff: false,
    scope: 'grants',
    may: [
      'task.ask',
      'task.follow',
      'task.confirm',
      'grant.ask',
      'elder.readOwn',
      'notice.read',
      'sos.raise',
      'sos.act',
    ],
  },
  volunteer: {
    label: '志愿者',
    staff: false,
    scope: 'communities',
    may: ['task.serve', 'task.follow', 'ledger.readOwn', 'notice.read', 'sos.raise', 'sos.act', 'rollCall.answer'],
  },
  neighbour: {
    label: '好邻居',
    staff: false,
    scope: 'communities',
    may: ['notice.read', 'sos.raise', 'sos.act', 'rollCall.answer'],
  },
  canteen: { label: '老人家食堂', staff: false, scope: 'street', may: ['notice.read'] },
  partner: { label: '共建单位', staff: false, scope: 'street', may: ['notice.read'] },
  gridWorker: {
    label: '网格员',
    staff: true,
    scope: 'communities',
    may: [
      'task.ask',
      'task.follow',
      'task.manage',
      'elder.read',
      'elder.write',
      'elder.breakGlass',
      'grant.witness',
      'volunteer.admit',
      'notice.read',
      'sos.raise',
      'sos.act',
      'sos.desk',
      'rollCall.answer',
      'roster.read',
      'roster.swap',
    ],
  },
  communityHead: {
    label: '社区负责人',
    staff: true,
    scope: 'communities',
    may: [
      'task.ask',
      'task.follow',
      'task.manage',
      'elder.read',
      'elder.write',
      'elder.merge',
      'elder.export',
      'elder.breakGlass',
      'work.handOver',
      'grant.witness',
      'volunteer.admit',
      'notice.read',
      'sos.raise',
      'sos.act',
      'sos.desk',
      'sos.review',
      'rollCall.run',
      'rollCall.answer',
      'drill.run',
      'reach.read',
      'device.manage',
      'roster.read',
      'roster.plan',
      'roster.swap',
    ],
  },
  streetOffice: {
    label: '街道',
    staff: true,
    scope: 'street',
    may: [
      'task.follow',
      'task.manage',
      'elder.read',
      'elder.write',
      'elder.merge',
      'elder.import',
      'elder.export',
      'elder.rights',
      'work.handOver',
      'glass.review',
      'grant.witness',
      'volunteer.admit',
      'audit.read',
      'office.board',
      'office.parameters',
      'people.manage',
      'notice.read',
      'sos.raise',
      'sos.act',
      'sos.desk',
      'sos.review',
      'rollCall.run',
      'rollCall.answer',
      'drill.run',
      'reach.read',
      'device.manage',
      'roster.read',
      'roster.plan',
    ],
  },
  districtViewer: { label: '区级查看', staff: true, scope: 'street', may: ['office.board', 'notice.read'] },
} as const satisfies Record<string, RoleRow>;

interface RoleRow {
  /** What the user reads. */
  label: string;
  /** Staff pass a second factor (TOTP) before any permission of the role works. */
  staff: boolean;
  /** What the assignment must name: one elder, nothing (grants decide), communities, or the whole street. */
  scope: 'elder' | 'grants' | 'communities' | 'street';
  may: readonly string[];
}

export type Role = keyof typeof roles;
export type Permission = (typeof roles)[Role]['may'][number];
export const roleNames = Object.keys(roles) as [Role, ...Role[]];

/** True if the role's row lists the permission. */
export const roleMay = (role: Role, permission: Permission): boolean =>
  (roles[role].may as readonly string[]).includes(permission);
