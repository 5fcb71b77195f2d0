interface GlassTold {
  /** '网格员刘芳' */
  who: string;
  elder: string;
}
type Say = (told: GlassTold) => { title: string; body: string };

/** What a use of break-glass says to those who answer for the place, to the old person, and to her family. */
export const glassWords = {
  staff: ({ who, elder }) => ({
    title: '有人紧急查看了档案',
    body: `${who}紧急查看了${elder}的电话、门牌和联系人。请了解情况；街道会在 24 小时内核查。`,
  }),
  elder: ({ who }) => ({
    title: '工作人员紧急查看了您的档案',
    body: `${who}说有急事，看了您的电话、门牌和联系人。原因在“谁看过我的档案”里。有疑问请打社区电话。`,
  }),
  family: ({ who, elder }) => ({
    title: `工作人员紧急查看了${elder}的档案`,
    body: `${who}说有急事，看了${elder}的电话、门牌和联系人。原因在“谁看过档案”里。有疑问请打社区电话。`,
  }),
} as const satisfies Record<'staff' | 'elder' | 'family', Say>;

/** The words of a person's own copy of her data. */
export const copyWords = {
  title: (name: string) => `${name}的个人信息副本`,
  made: (at: string, street: string) => `${street}于 ${at} 生成。包含五边系统里保存的、与您有关的全部信息。`,
  photos: '服务照片不在这份文件里，可向社区索取。',
  file: '档案',
  history: '档案修改记录',
  consents: '同意情况',
  grants: '家属授权',
  looks: '谁看过档案',
  rights: '个人信息申请',
  emptyPart: '没有记录',
  field: {
    who: '谁',
    what: '内容',
    why: '原因',
    at: '时间',
    state: '状态',
    until: '到',
    how: '方式',
    before: '原来',
    after: '改为',
  },
} as const;

/** What an erasure takes away and leaves, of the registry's own. */
export const eraseWords = {
  goes: ['档案全部内容和修改记录', '同意记录和家属授权', '查找用的姓名、电话、门牌和证件号索引', '本人账号的登录'],
  merged: '并入这份档案的旧档案',
  audit: {
    what: '操作记录（只有编号和做了什么，没有姓名、电话、证件号、门牌；填写的原因加密保存）',
    why: '《网络安全法》第二十三条、等级保护要求留存',
  },
  logs: {
    what: '系统运行日志（没有个人信息）',
    why: '《网络安全法》第二十三条：不少于六个月',
    until: '生成后六个月',
  },
  money: {
    what: '补贴和经费账目（如有，由街道财务保存，不在本系统里）',
    why: '《会计档案管理办法》',
    until: '会计档案保管期满',
  },
  request: { what: '这次申请的办理记录（不含姓名）', why: '《个人信息保护法》第五十条：证明已依法答复' },
} as const;
