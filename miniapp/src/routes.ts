import type { Category } from '@wubian/shared/registry/category-rules.ts';
import type { FieldGroup } from '@wubian/shared/registry/fields.ts';
import type { LifeStatus } from '@wubian/shared/registry/life.ts';
import type { DataFault } from '@wubian/shared/registry/quality.ts';
import type { RiskColour } from '@wubian/shared/registry/risk.ts';

/** One page: where its file lies under src/, and what its parameters are. */
export interface Route<P> {
  readonly path: string;
  /** Only for the types; never present at run time. */
  readonly params?: P;
}

/** The conditions of the registry's desk, as an address carries them. */
interface DeskConditions {
  q?: string | undefined;
  communityId?: string | undefined;
  gridId?: string | undefined;
  category?: Category | undefined;
  holds?: 'yes' | 'unknown' | undefined;
  risk?: RiskColour | undefined;
  responsibleId?: string | undefined;
  fault?: DataFault | undefined;
  status?: LifeStatus | undefined;
}

const page = <P = Record<string, never>>(path: string): Route<P> => ({ path });

/**
 * Every page of the mini-program, one row each; `app.config.ts` is made from it, so a page without a row does not exist.
 * `pages/…` goes into the main package, `packages/<role>/…` into that role's sub-package, loaded when first opened.
 * The first row is the page that opens first.
 */
export const routes = {
  home: page('pages/home/index'),
  help: page('pages/help/index'),
  signIn: page('pages/signIn/index'),
  secondFactor: page('pages/secondFactor/index'),
  me: page('pages/me/index'),
  join: page('pages/join/index'),
  notices: page('pages/notices/index'),
  task: page<{ id: string }>('pages/task/index'),
  sos: page<{ elderId?: string }>('pages/sos/index'),
  incident: page<{ id: string }>('pages/incident/index'),
  answer: page<{ code: string }>('pages/answer/index'),
  duty: page<{ communityId?: string }>('pages/duty/index'),
  volunteerHome: page('packages/volunteer/home/index'),
  volunteerMine: page('packages/volunteer/mine/index'),
  volunteerReport: page<{ id: string }>('packages/volunteer/report/index'),
  volunteerLedger: page('packages/volunteer/ledger/index'),
  volunteerStart: page('packages/volunteer/start/index'),
  volunteerRollCall: page('packages/volunteer/rollcall/index'),
  workerHome: page('packages/worker/home/index'),
  workerDesk: page('packages/worker/desk/index'),
  workerIncident: page<{ id: string }>('packages/worker/incident/index'),
  workerAsk: page<{ elderId?: string }>('packages/worker/ask/index'),
  workerRaise: page<{ elderId?: string }>('packages/worker/raise/index'),
  workerAssign: page<{ id: string }>('packages/worker/assign/index'),
  workerElders: page<DeskConditions>('packages/worker/elders/index'),
  workerElder: page<{ id: string }>('packages/worker/elder/index'),
  workerElderEdit: page<{ id?: string; group?: FieldGroup }>('packages/worker/elderEdit/index'),
  workerElderHistory: page<{ id: string }>('packages/worker/elderHistory/index'),
  workerAssess: page<{ elderId: string }>('packages/worker/assess/index'),
  workerAssessments: page<{ elderId: string }>('packages/worker/assessments/index'),
  workerRollCall: page('packages/worker/rollcall/index'),
  workerDuty: page('packages/worker/duty/index'),
  workerDue: page('packages/worker/due/index'),
  workerElderLife: page<{ id: string }>('packages/worker/elderLife/index'),
  workerDevices: page<{ elderId: string }>('packages/worker/devices/index'),
  workerHandover: page<{ accountId?: string }>('packages/worker/handover/index'),
  workerConsents: page<{ id: string }>('packages/worker/consents/index'),
  workerGlass: page('packages/worker/glass/index'),
  workerGrants: page('packages/worker/grants/index'),
  workerVolunteers: page('packages/worker/volunteers/index'),
  workerVolunteer: page<{ id: string }>('packages/worker/volunteer/index'),
  officeHome: page('packages/office/home/index'),
  officeTasks: page<{ communityId?: string }>('packages/office/tasks/index'),
  officePairs: page('packages/office/pairs/index'),
  officeRules: page('packages/office/rules/index'),
  officeParameter: page<{ key: string }>('packages/office/parameter/index'),
  officeCatalogue: page('packages/office/catalogue/index'),
  officeLadder: page('packages/office/ladder/index'),
  officeDrills: page('packages/office/drills/index'),
  officeReplay: page<{ id: string }>('packages/office/replay/index'),
  officeResponse: page('packages/office/response/index'),
  officeTaskRules: page('packages/office/taskRules/index'),
  officeFigures: page('packages/office/figures/index'),
  officeDuplicates: page('packages/office/duplicates/index'),
  officeDuplicate: page<{ leftId: string; rightId: string }>('packages/office/duplicate/index'),
  officeQuality: page('packages/office/quality/index'),
  officePeople: page('packages/office/people/index'),
  officeReach: page('packages/office/reach/index'),
  officeImports: page('packages/office/imports/index'),
  officeImport: page<{ id: string; fileId?: string }>('packages/office/import/index'),
  officeExport: page<DeskConditions & { sort?: 'name' | 'oldest' | 'stale' }>('packages/office/export/index'),
  officeGlass: page('packages/office/glass/index'),
  officeRollCalls: page('packages/office/rollcalls/index'),
  officeRollCall: page<{ id: string }>('packages/office/rollcall/index'),
  officeRoster: page('packages/office/roster/index'),
  officeRosterPlan: page<{ postId?: string; communityId?: string }>('packages/office/rosterPlan/index'),
  officeRights: page('packages/office/rights/index'),
  officeAudit: page<{ elderId?: string; elderName?: string }>('packages/office/audit/index'),
  residentHome: page('packages/resident/home/index'),
  residentAsk: page<{ again?: string | undefined }>('packages/resident/ask/index'),
  residentActs: page('packages/resident/acts/index'),
  residentPrivacy: page('packages/resident/privacy/index'),
  familyHome: page('packages/family/home/index'),
  familyAsk: page<{ elderId?: string | undefined; again?: string | undefined }>('packages/family/ask/index'),
  familyGrants: page('packages/family/grants/index'),
  familyPrivacy: page<{ elderId: string }>('packages/family/privacy/index'),
} as const;

export type RouteName = keyof typeof routes;
export type ParamsOf<N extends RouteName> = (typeof routes)[N] extends Route<infer P> ? P : never;
