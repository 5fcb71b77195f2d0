import * as z from 'zod';
import { endpoint } from '../endpoint.ts';
import { roleNames } from '../roles.ts';
import { Done, Id, Instant, Mobile, SomeWords } from '../wire.ts';

export const RoleName = z.enum(roleNames).meta({ id: 'Role' });

/** One role that a person holds, and over what. */
export const Assignment = z
  .strictObject({
    id: Id,
    role: RoleName,
    label: z.string(),
    streetId: Id,
    streetName: z.string(),
    communities: z.array(z.strictObject({ id: Id, name: z.string() })),
    elderId: Id.nullable(),
    /** 'pending' waits for the community to admit (a volunteer who applied); only 'active' can be used. */
    state: z.enum(['pending', 'active', 'ended']),
  })
  .meta({ id: 'Assignment' });

/** Who is signed in, as what, and what else they could be. */
export const Me = z
  .strictObject({
    accountId: Id,
    name: z.string(),
    phoneMasked: z.string().nullable(),
    active: Assignment.nullable(),
    assignments: z.array(Assignment),
    /** What stands between this session and a staff role. */
    secondFactor: z.enum(['notNeeded', 'passed', 'needed', 'notSet']),
    demo: z.boolean(),
  })
  .meta({ id: 'Me' });

const SignedIn = z.strictObject({ token: z.string(), me: Me }).meta({ id: 'SignedIn' });
const SixDigits = z.string().regex(/^\d{6}$/, '请填 6 位数字');

export const Persona = z
  .strictObject({ key: z.string(), name: z.string(), role: RoleName, label: z.string(), about: z.string() })
  .meta({ id: 'Persona' });

export const accounts = {
  sendCode: endpoint({
    method: 'POST',
    path: '/sign-in/code',
    summary: '发送短信验证码（六位数字，十分钟内有效，只能用一次）',
    may: 'anyone',
    input: z.strictObject({ phone: Mobile }),
    /** `demoCode` is filled only in demo mode, where no SMS goes out. */
    output: z.strictObject({ sent: z.literal(true), validMinutes: z.number().int(), demoCode: z.string().nullable() }),
    refusals: ['code_not_sent'],
  }),
  signInByCode: endpoint({
    method: 'POST',
    path: '/sign-in/phone',
    summary: '用手机号和短信验证码登录',
    may: 'anyone',
    input: z.strictObject({ phone: Mobile, code: SixDigits }),
    output: SignedIn,
    refusals: ['code_wrong', 'code_expired'],
  }),
  signInByWechat: endpoint({
    method: 'POST',
    path: '/sign-in/wechat',
    summary: '微信登录',
    may: 'anyone',
    input: z.strictObject({ code: z.string().min(1).max(200) }),
    output: SignedIn,
    refusals: ['wechat_code_refused', 'wechat_unavailable'],
  }),
  personas: endpoint({
    method: 'GET',
    path: '/sign-in/personas',
    summary: '演示身份列表（只在演示环境有内容）',
    may: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Persona) }),
    refusals: [],
  }),
  signInAsPersona: endpoint({
    method: 'POST',
    path: '/sign-in/persona',
    summary: '以演示身份登录（只在演示环境）',
    may: 'anyone',
    input: z.strictObject({ key: z.string().min(1).max(40) }),
    output: SignedIn,
    refusals: ['demo_only'],
  }),
  bindPhone: endpoint({
    method: 'POST',
    path: '/me/phone',
    summary: '给微信账号绑定手机号（短信验证码）',
    may: 'signedIn',
    input: z.strictObject({ phone: Mobile, code: SixDigits }),
    output: Me,
    refusals: ['code_wrong', 'code_expired', 'phone_taken'],
  }),
  me: endpoint({
    method: 'GET',
    path: '/me',
    summary: '我是谁、我有哪些身份',
    may: 'signedIn',
    input: z.strictObject({}),
    output: Me,
    refusals: [],
  }),
  rename: endpoint({
    method: 'PUT',
    path: '/me/name',
    summary: '填写或修改自己的姓名',
    may: 'signedIn',
    input: z.strictObject({ name: SomeWords(30, '请填姓名') }),
    output: Me,
    refusals: [],
  }),
  switchRole: endpoint({
    method: 'POST',
    path: '/me/role',
    summary: '切换身份',
    may: 'signedIn',
    input: z.strictObject({ assignmentId: Id }),
    output: Me,
    refusals: ['role_not_held'],
  }),
  join: endpoint({
    method: 'POST',
    path: '/me/assignments',
    summary: '申请一个身份：家属立即可用（要老人或社区确认授权后才能办事），志愿者待社区审核',
    may: 'signedIn',
    input: z.strictObject({
      id: Id,
      role: z.enum(['family', 'volunteer']),
      streetId: Id,
      communityIds: z.array(Id).max(20).default([]),
      name: SomeWords(30, '请填姓名'),
    }),
    output: Me,
    refusals: ['area_unknown', 'role_already_held', 'id_taken'],
  }),
  streets: endpoint({
    method: 'GET',
    path: '/streets',
    summary: '街道和社区名单（公开信息）',
    may: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          communities: z.array(z.strictObject({ id: Id, name: z.string(), phone: z.string() })),
        }),
      ),
    }),
    refusals: [],
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/me/sessions',
    summary: '我的登录设备',
    may: 'signedIn',
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          id: Id,
          device: z.string(),
          way: z.enum(['phone', 'wechat', 'persona']),
          createdAt: Instant,
          lastSeenAt: Instant,
          current: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/me/sessions/:sessionId',
    summary: '退出某一台设备的登录（可以是当前设备）',
    may: 'signedIn',
    input: z.strictObject({ sessionId: Id }),
    output: Done,
    refusals: [],
  }),
  startSecondFactor: endpoint({
    method: 'POST',
    path: '/me/second-factor',
    summary: '开始设置动态验证码',
    may: 'signedIn',
    input: z.strictObject({}),
    /** `qr` is an SVG text; `secret` is base32 for typing by hand. Neither is shown again after confirmation. */
    output: z.strictObject({ secret: z.string(), uri: z.string(), qr: z.string() }),
    refusals: ['second_factor_set'],
  }),
  passSecondFactor: endpoint({
    method: 'POST',
    path: '/me/second-factor/pass',
    summary: '输入动态验证码：第一次即完成设置，以后即通过验证',
    may: 'signedIn',
    input: z.strictObject({ code: SixDigits }),
    output: Me,
    refusals: ['second_factor_wrong', 'second_factor_locked', 'second_factor_not_set'],
  }),

  // The street gives and ends roles; a worker admits volunteers of her community.
  people: endpoint({
    method: 'GET',
    path: '/people',
    summary: '本街道（或本社区）的工作人员和志愿者',
    may: 'volunteer.admit',
    input: z.strictObject({ role: RoleName.optional(), state: z.enum(['pending', 'active']).optional() }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          accountId: Id,
          name: z.string(),
          phoneMasked: z.string().nullable(),
          assignment: Assignment,
        }),
      ),
    }),
    refusals: [],
  }),
  giveRole: endpoint({
    method: 'POST',
    path: '/people',
    summary: '街道给人身份（按手机号，对方登录后即有）',
    may: 'people.manage',
    input: z.strictObject({
      id: Id,
      phone: Mobile,
      name: SomeWords(30, '请填姓名'),
      role: RoleName.exclude(['resident', 'family']),
      communityIds: z.array(Id).max(50).default([]),
    }),
    output: Done,
    refusals: ['role_already_held', 'area_unknown', 'id_taken'],
  }),
  admit: endpoint({
    method: 'POST',
    path: '/people/:assignmentId/admit',
    summary: '社区审核通过一位志愿者',
    may: 'volunteer.admit',
    input: z.strictObject({ assignmentId: Id }),
    output: Done,
    refusals: [],
  }),
  endRole: endpoint({
    method: 'POST',
    path: '/people/:assignmentId/end',
    summary: '结束某人的一个身份，立即生效',
    may: 'people.manage',
    input: z.strictObject({ assignmentId: Id, reason: SomeWords(100, '请写原因') }),
    output: Done,
    refusals: ['handover_needed'],
  }),
  resetSecondFactor: endpoint({
    method: 'POST',
    path: '/people/:accountId/second-factor/reset',
    summary: '为换手机的工作人员重置动态验证码（留下记录，并退出其所有登录）',
    may: 'people.manage',
    input: z.strictObject({ accountId: Id, reason: SomeWords(100, '请写原因') }),
    output: Done,
    refusals: [],
  }),
};
