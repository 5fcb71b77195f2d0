/**
 * Every refusal of the program: its HTTP status and the words that the user reads.
 * One row each; a code that is not here does not compile. Words say what is wrong and what to do next.
 */
export const refusals = {
  // Common: any endpoint may answer these.
  not_signed_in: { status: 401, words: '请先登录。' },
  session_expired: { status: 401, words: '登录已过期，请重新登录。' },
  second_factor_needed: { status: 403, words: '请先输入动态验证码。' },
  not_allowed: { status: 403, words: '您当前的身份不能做这件事。' },
  bad_input: { status: 400, words: '有内容填得不对，请看标出的地方。' },
  bad_json: { status: 400, words: '提交的内容无法识别，请重试。' },
  json_only: { status: 415, words: '只接受 JSON 格式的内容。' },
  too_large: { status: 413, words: '提交的内容太大了（上限 1 MB），请减少文字或换小一点的照片。' },
  not_found: { status: 404, words: '没有找到，可能已被删除或不在您的范围内。' },
  method_not_allowed: { status: 405, words: '不支持这种操作。' },
  too_many_tries: { status: 429, words: '操作太频繁，请稍后再试。' },
  busy: { status: 503, words: '系统正忙，您填的内容没有丢，请稍后再试。' },
  unexpected: { status: 500, words: '出了点问题，我们已记录，请稍后再试。' },

  // Accounts
  code_wrong: { status: 400, words: '验证码不对，请核对后再输。' },
  code_expired: { status: 400, words: '验证码已过期或已用过，请重新获取。' },
  code_not_sent: { status: 503, words: '短信没有发出去，请稍后再试，或打社区电话请工作人员帮忙。' },
  wechat_code_refused: { status: 400, words: '微信登录没有成功，请再点一次。' },
  wechat_unavailable: { status: 503, words: '暂时连不上微信，请改用手机号登录。' },
  demo_only: { status: 403, words: '演示身份只在演示环境里可用。' },
  second_factor_wrong: { status: 400, words: '动态验证码不对，请看验证器里最新的六位数字。' },
  second_factor_locked: { status: 429, words: '连续输错 5 次，请 15 分钟后再试。' },
  second_factor_set: { status: 409, words: '动态验证码已经设置过；换手机请找街道管理员重置。' },
  second_factor_not_set: { status: 409, words: '还没有设置动态验证码，请先设置。' },
  role_not_held: { status: 403, words: '您没有这个身份，请在“我的”里选择已有的身份。' },
  role_already_held: { status: 409, words: '此人已经有这个身份。' },
  handover_needed: { status: 409, words: '此人手上还有没交接的老人、求助、钥匙或提醒，请先交接再结束身份。' },
  phone_taken: { status: 409, words: '这个手机号已绑定别的账号，请先用它登录。' },

  // Registry
  elder_not_found: { status: 404, words: '没有找到这位老人，或不在您的范围内。' },
  elder_changed: { status: 409, words: '这份档案刚被别人改过，请看最新内容后再保存。' },
  grant_not_found: { status: 404, words: '没有找到这条家属授权。' },
  grant_moved_on: { status: 409, words: '这条授权的状态已经变了，请刷新后再看。' },
  grant_needed: { status: 403, words: '需要老人或社区确认您的家属授权后才能办理。' },
  grant_needs_elder: { status: 400, words: '请先选定这是哪位老人。' },
  elder_closed: { status: 409, words: '这份档案已停用，不能再修改或办理；如果登记错了，请联系社区撤销。' },
  elder_away: { status: 409, words: '老人现在不在家，请选预计回家以后的时间；已经回家的，请社区先登记回家。' },
  life_moved_on: { status: 409, words: '老人的状态已经变了，请看最新的档案再办。' },
  second_person_needed: { status: 403, words: '需要另一位工作人员确认。' },
  elder_merging: { status: 409, words: '这份档案正在合并，请过一会儿再改。' },
  merge_keeps_dead: { status: 409, words: '其中一份已登记去世，请选它作为留下的一份；登记错了请先撤销。' },
  merge_not_found: { status: 404, words: '没有找到这次合并，或不在您的范围内。' },
  merge_moved_on: { status: 409, words: '这次合并已经撤销或还没做完，请刷新后再看。' },
  merge_undo_blocked: { status: 409, words: '留下的档案后来又并入了另一份，请先撤销那一次。' },
  person_not_found: { status: 404, words: '没有找到这个人，或不在您的范围内。' },
  successor_unfit: { status: 400, words: '这个人不能接手：要在同一个社区有身份，并且不是本人。' },
  id_number_held: { status: 409, words: '本街道已有同一证件号的档案，请先打开那一份核对。' },
  worker_unfit: { status: 400, words: '这位工作人员不在老人所在的社区，请另选一位。' },
  consent_words_changed: { status: 409, words: '说明文字刚更新过，请把新的念给老人听，再问一次。' },
  consent_not_given: { status: 409, words: '这一项现在没有同意，不用撤回。' },
  consent_not_yours: { status: 403, words: '这一项要由老人本人、监护人或社区工作人员来办。' },
  glass_not_found: { status: 404, words: '没有找到这次紧急查看的记录。' },
  glass_reviewed: { status: 409, words: '这次紧急查看已经核查过了，请刷新后再看。' },
  glass_own: { status: 403, words: '自己用的紧急查看，要由别人来核查。' },
  rights_not_found: { status: 404, words: '没有找到这件申请。' },
  rights_closed: { status: 409, words: '这件申请已经办结，请刷新后再看。' },
  rights_hindered: { status: 409, words: '还有事没办完，现在不能删除，请先办完或取消。' },
  area_unknown: { status: 400, words: '没有这个社区、小区或网格，请重新选择。' },

  // Bedside
  assessment_not_found: { status: 404, words: '没有找到这次评估，或不在您的范围内。' },
  assessment_voided: { status: 409, words: '这次评估已经作废过了，请刷新后再看。' },

  // Companion
  task_not_found: { status: 404, words: '没有找到这条求助，或不在您的范围内。' },
  task_already_claimed: { status: 409, words: '这一单刚被别的志愿者接走了，看看下一单吧。' },
  task_moved_on: { status: 409, words: '这条求助的状态已经变了，请看最新情况。' },
  qualification_needed: { status: 403, words: '这项服务需要先通过培训认定，请联系社区。' },
  own_family_task: { status: 403, words: '自己家人的求助不能自己接单计时，请交给其他志愿者。' },
  volunteer_unfit: { status: 400, words: '这位志愿者不在本社区或缺少所需的培训认定，请另选一位。' },
  window_past: { status: 400, words: '时间已经过了，请选以后的时间。' },
  service_times_wrong: { status: 400, words: '开始或结束时间不对：结束要晚于开始，且不超过 12 小时。' },
  kind_not_offered: { status: 400, words: '本街道暂不提供这项服务。' },
  too_early: { status: 409, words: '还没到约定时间，请稍后再操作。' },
  id_taken: { status: 409, words: '这个编号已被占用，请重新提交。' },
  photo_unreadable: { status: 400, words: '照片无法识别，请换一张 JPG 或 PNG 照片。' },
  photo_limit: { status: 409, words: '一次服务最多 3 张照片。' },
  photo_not_found: { status: 404, words: '没有找到这张照片。' },

  // Response
  incident_not_found: { status: 404, words: '没有找到这次求助，或您不在通知的人里。' },
  incident_moved_on: { status: 409, words: '这次求助的情况已经变了，请看最新的再办。' },
  incident_taken: { status: 409, words: '已经有人接了，您可以一起去。' },
  proof_needed: { status: 400, words: '要有人见到老人或和老人通了话，才能结束。' },
  not_a_drill: { status: 409, words: '这不是演练，不能按演练结束。' },
  answer_code_unknown: { status: 404, words: '链接不对或已经过期，请打社区电话。' },

  roll_call_not_found: { status: 404, words: '没有找到这次点名，或不在您的范围内。' },
  roll_call_row_not_found: { status: 404, words: '没有找到这位老人的点名，或没有请您看。' },
  roll_call_row_moved: { status: 409, words: '这位老人的情况刚变了，请看最新的再点。' },
  roll_call_over: { status: 409, words: '这次点名已经结束。有事请用紧急求助，或打社区电话。' },
  roll_call_empty: { status: 400, words: '按这些条件没有在家的老人，请放宽条件。' },
  roll_call_reason_needed: { status: 400, words: '还有老人没有回音，请写明为什么现在结束。' },
  roll_call_just_reminded: { status: 409, words: '刚提醒过，请过 3 分钟再提醒。' },
  device_not_found: { status: 404, words: '没有找到这个设备，或不在您的范围内。' },
  device_off: { status: 403, words: '这个设备已经停用或更换，不再接收。' },
  device_unknown: { status: 401, words: '设备编号或签名不对。' },
  device_clock: { status: 400, words: '设备时间和服务器相差超过 5 分钟，请先对时。' },
  device_replayed: { status: 409, words: '这个一次性编号已经用过，请换一个再发。' },

  // Roster
  duty_post_not_found: { status: 404, words: '没有找到这个岗位，或不在您的范围内。' },
  duty_change_not_found: { status: 404, words: '没有找到这个临时变动，可能已经收回或结束。' },
  duty_changed: { status: 409, words: '这份排班刚被别人改过，请看最新内容后再改。' },
  duty_has_holes: { status: 409, words: '还有没人当班的时段，请补上，或明确同意由负责人代班后再发布。' },
  duty_person_unfit: { status: 400, words: '选的人里有人在这里没有能当班的身份，请另选。' },
  duty_past: { status: 400, words: '已经过去的时间不能改，请选现在以后的时间。' },
  duty_not_yours: { status: 403, words: '这不是您的班，不能让出。' },
  duty_offered: { status: 409, words: '这个班已经在让了，请等人接，或先收回。' },
  duty_busy: { status: 409, words: '这段时间您已经有班，或在请假，不能再接。' },
  swap_not_found: { status: 404, words: '没有找到这个让出的班。' },
  swap_gone: { status: 409, words: '这个班已经被接走、收回或过了时间。' },
  leave_not_found: { status: 404, words: '没有找到这次请假，或不在您的范围内。' },
  leave_moved_on: { status: 409, words: '这次请假的状态已经变了，请刷新后再看。' },
  duty_note_not_found: { status: 404, words: '没有找到这份交班，或不在您的范围内。' },
  duty_rated: { status: 409, words: '今天已经提过意见了，谢谢您，明天可以再提。' },

  // Exchange
  file_refused: { status: 400, words: '这个文件读不了，请另存为 .xlsx 或 .csv 后再上传。' },
  file_not_found: { status: 404, words: '没有这个文件，可能已过 24 小时被删除，请重新上传或生成。' },
  part_wrong: { status: 409, words: '文件没有传完整，请把缺的部分再传一遍。' },
  batch_not_found: { status: 404, words: '没有找到这次导入。' },
  batch_moved_on: { status: 409, words: '这次导入的情况已经变了，请刷新后再看。' },
  name_column_missing: { status: 400, words: '还没有对上“姓名”这一列，请先选好它是哪一列。' },
  export_not_found: { status: 404, words: '没有找到这次导出。' },

  // Office
  parameter_changed: { status: 409, words: '这个参数刚被别人改过，请看最新内容后再改。' },
  parameter_fixed: { status: 400, words: '这一项由标准规定，不能修改。' },
  parameter_past: { status: 400, words: '以前的日子不能改，请选今天或以后的日期。' },
  parameter_begun: { status: 409, words: '这个修改已经生效，不能收回；请另改一个新值。' },
} as const satisfies Record<string, { status: number; words: string }>;

export type RefusalCode = keyof typeof refusals;

/** Codes that any endpoint may answer without declaring them. */
export const commonRefusals = [
  'not_signed_in',
  'session_expired',
  'second_factor_needed',
  'not_allowed',
  'bad_input',
  'bad_json',
  'json_only',
  'too_large',
  'not_found',
  'method_not_allowed',
  'too_many_tries',
  'busy',
  'unexpected',
] as const satisfies readonly RefusalCode[];

/** One field that was refused: `field` is the dotted input path, `words` what is wrong and how to mend it. */
export interface FieldRefusal {
  field: string;
  words: string;
}

/** The body of every non-2xx answer. */
export interface RefusalBody {
  code: RefusalCode;
  words: string;
  fields?: FieldRefusal[];
  /** Facts that help the next step, e.g. `nextTaskId` after a lost claim. Never personal data. */
  data?: Readonly<Record<string, string | number | boolean | null>>;
  requestId?: string;
}

/** An expected no: thrown by handlers, answered by the border, and rethrown by the client as itself. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly status: number;
  readonly fields: FieldRefusal[] | undefined;
  readonly data: RefusalBody['data'];
  requestId: string | undefined;

  constructor(code: RefusalCode, more: Partial<Pick<RefusalBody, 'fields' | 'data' | 'words' | 'requestId'>> = {}) {
    super(more.words ?? refusals[code].words);
    this.name = 'Refusal';
    this.code = code;
    this.status = refusals[code].status;
    this.fields = more.fields;
    this.data = more.data;
    this.requestId = more.requestId;
  }

  /** The wire form. */
  body(): RefusalBody {
    return {
      code: this.code,
      words: this.message,
      ...(this.fields && { fields: this.fields }),
      ...(this.data && { data: this.data }),
      ...(this.requestId && { requestId: this.requestId }),
    };
  }
}

/** A refusal of one input field, in the table's words for `bad_input`. */
export const badField = (field: string, words: string): Refusal =>
  new Refusal('bad_input', { fields: [{ field, words }] });
