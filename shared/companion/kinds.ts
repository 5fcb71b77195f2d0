/**
 * The catalogue 七助七送. No official list of the street was found: this is the default grouping of domain.md §1
 * (助 = someone does something with or for the elder; 送 = something is brought), and a street may switch kinds off.
 * A new kind is one row here.
 */
export const qualificationLabels = { bathing: '助浴培训', medical: '陪诊护理培训' } as const;
export type Qualification = keyof typeof qualificationLabels;
export const qualifications = Object.keys(qualificationLabels) as [Qualification, ...Qualification[]];

export interface KindRow {
  label: string;
  group: 'help' | 'deliver';
  /** What it is, for someone who asks. */
  about: string;
  /** Usual length in minutes, for planning only; the ledger counts real minutes. */
  minutes: number;
  /** Shown to a volunteer before she accepts (GB/T 40143-2021: publish risks). */
  risk: string;
  /** Always needed (志愿服务条例 art. 15–16: professional tasks need training). */
  needs: readonly Qualification[];
  /** A part that can be asked for and then needs more, e.g. the medical part of 助医. */
  part?: { label: string; needs: readonly Qualification[] };
  /** Prompt for "what to bring or know". */
  bringHint: string;
}

export const kinds = {
  helpMeal: {
    label: '助餐',
    group: 'help',
    about: '帮忙做饭、热饭、喂饭',
    minutes: 60,
    risk: '注意用火用气，留意呛咳噎食。',
    needs: [],
    bringHint: '忌口、软硬、厨房情况',
  },
  helpClean: {
    label: '助洁',
    group: 'help',
    about: '打扫、洗衣、整理',
    minutes: 90,
    risk: '不登高擦窗，不搬重物。',
    needs: [],
    bringHint: '要打扫哪里、有没有工具',
  },
  helpBath: {
    label: '助浴',
    group: 'help',
    about: '帮助洗澡、擦身',
    minutes: 60,
    risk: '防滑防烫，两人在场更稳妥，身体不适立即停止。',
    needs: ['bathing'],
    bringHint: '能否站立、浴室有无扶手',
  },
  helpGo: {
    label: '助行',
    group: 'help',
    about: '陪同散步、出门、上下楼',
    minutes: 60,
    risk: '慢行搀扶，上下楼防跌倒。',
    needs: [],
    bringHint: '去哪里、用不用轮椅或拐杖',
  },
  helpDoctor: {
    label: '助医',
    group: 'help',
    about: '陪同看病、取号、取药',
    minutes: 180,
    risk: '不替老人做医疗决定，不代签字。',
    needs: [],
    part: { label: '需要护理操作（测血压血糖、换药等）', needs: ['medical'] },
    bringHint: '医院、科室、证件和病历',
  },
  helpUrgent: {
    label: '助急',
    group: 'help',
    about: '修水电、开锁、临时照看等急事；有生命危险请直接打 120',
    minutes: 60,
    risk: '先断电断水再查看，超出能力请专业师傅。',
    needs: [],
    bringHint: '出了什么事、现在是否安全',
  },
  helpJoy: {
    label: '助乐',
    group: 'help',
    about: '聊天、读报、下棋、教手机',
    minutes: 60,
    risk: '尊重老人意愿，不推销、不谈钱。',
    needs: [],
    bringHint: '喜欢什么、聊什么',
  },
  sendMeal: {
    label: '送餐食',
    group: 'deliver',
    about: '把饭菜送到家',
    minutes: 30,
    risk: '当面交给本人；敲门无人应要马上联系社区。',
    needs: [],
    bringHint: '在哪取餐、忌口',
  },
  sendMedicine: {
    label: '送药品',
    group: 'deliver',
    about: '代买、代取药品送到家（不收捐赠药品）',
    minutes: 40,
    risk: '核对药名和姓名，处方药凭处方。',
    needs: [],
    bringHint: '药名、药店、是否付过款',
  },
  sendWarmth: {
    label: '送温暖',
    group: 'deliver',
    about: '送慰问品、棉被等物资',
    minutes: 30,
    risk: '不搬超过自己能力的重物。',
    needs: [],
    bringHint: '需要什么',
  },
  sendHealth: {
    label: '送健康',
    group: 'deliver',
    about: '义诊、筛查、健康讲解上门',
    minutes: 45,
    risk: '只记录不诊断，异常请就医。',
    needs: [],
    part: { label: '需要测量或护理操作', needs: ['medical'] },
    bringHint: '想了解哪方面',
  },
  sendPolicy: {
    label: '送政策',
    group: 'deliver',
    about: '讲解补贴、待遇和办理方法',
    minutes: 30,
    risk: '不收证件原件，不代填签名。',
    needs: [],
    bringHint: '想问什么政策',
  },
  sendCulture: {
    label: '送文化',
    group: 'deliver',
    about: '送书报、演出、手工活动',
    minutes: 60,
    risk: '活动量适度。',
    needs: [],
    bringHint: '喜欢什么',
  },
  sendSafety: {
    label: '送平安',
    group: 'deliver',
    about: '查看水电气、反诈提醒',
    minutes: 40,
    risk: '只查看不拆修，隐患报社区。',
    needs: [],
    bringHint: '担心哪里不安全',
  },
} as const satisfies Record<string, KindRow>;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]];

/** What a volunteer must be trained in to take this task; `part` is whether the special part was asked for. */
export function needsOf(kind: Kind, part: boolean): Qualification[] {
  const row: KindRow = kinds[kind];
  return [...row.needs, ...(part ? (row.part?.needs ?? []) : [])];
}
