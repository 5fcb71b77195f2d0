import { type RelationName, relationLabels } from '@wubian/shared/registry/contract.ts';
import { sayDay } from '@wubian/shared/time.ts';

/** Every word of this room that a user reads, beside refusals and tables of the contract. */
export const words = {
  goneCommunity: '已撤并的社区',
  goneEstate: '已撤销的小区',
  goneGrid: '已撤销的网格',
  someone: '已离开的工作人员',
  nobody: '无',
  byRule: '系统',
  newFile: '新建档案',
  sayWhy: '请写明查看的原因',
  noSuchContact: '原来没有这位联系人，请填电话',
  birthNotAsInId: '与证件号里的出生日期不一致，请核对',
  sexNotAsInId: '与证件号里的性别不一致，请核对',
  bornLater: '出生日期不能晚于今天',
  assessed: (level: number | null) => (level === null ? '评估已作废，能力等级改为不详' : `能力评估：${level} 级`),
  sameAlready: '已经是这样，不用改',
  changedMeanwhile: '刚被别人改过，请刷新后再试',
  otherCommunity: '不在这个社区，请单独修改住处',
  merging: '正在合并，请过一会儿再改',
  closedFile: '档案已停用，不能修改',
  badCursor: '翻页位置不对，请从第一页看起',
  untilTooSoon: '请选明天或以后的日期',
  untilTooLate: '最长两年，请选早一点的日期',
  sayHow: '请选择是怎样确认老人本人意愿的：当面、电话或书面',
  alreadyGranted: '这位家属已有这位老人的有效授权，请先结束原来的，或拒绝这一条',
  nameFirst: '请先在“我的”里填写自己的姓名，再申请。',
  tooManyAsks: '您还有多条申请等待确认，请等社区答复后再申请。',
  sayWhoAgreed: '请选是谁说的：老人本人、监护人还是亲属',
  sayHowAgreed: '请选是怎样确认的：当面签字、口头见证或电话录音',
  sayGiverName: '请填说话人的姓名',
  sayCapacity: '请写明老人为什么不能自己说，比如失智、昏迷',
  consentAnswered: (purpose: string, answer: 'given' | 'refused') =>
    `${answer === 'given' ? '同意' : '不同意'}：${purpose}`,
  consentWithdrawn: (purpose: string) => `撤回同意：${purpose}`,
  looked: '查看档案',
  doorUnread: '门牌要写成 3-2-501 这样',
  byDoor: '按门牌',
  glassTried: '紧急查找',
  glassOpened: '紧急查看电话、门牌、联系人、照护提示',
  glassReviewed: (verdict: 'proper' | 'improper') => `核查紧急查看：${verdict === 'proper' ? '恰当' : '不恰当'}`,
  rightsRefused: (kind: string) => `不同意申请：${kind}`,
  exported: '生成个人信息副本（全部内容）',
  erased: '依申请删除个人信息',
  erasedName: '已删除',
  hindered: (what: string) => `现在不能删除：${what}。请先办完或取消。`,
} as const;

/** Who asks for what over whom; names are already those which the reader may see. */
export interface GrantWords {
  asker: string;
  elder: string;
  relation: RelationName;
  until: string;
}
interface Told {
  title: string;
  body: string;
}
type Say = (grant: GrantWords) => Told;

const day = (until: string): string => `${until.slice(0, 4)}年${sayDay(until).split(' ')[0]}`;
const over = (g: GrantWords): string =>
  g.relation === 'self' ? `${g.asker}绑定${g.elder}档案` : `${kin(g)}为${g.elder}代办`;
const kin = ({ asker, relation }: GrantWords): string => `${asker}（${relationLabels[relation]}）`;

/** What each move of a grant says to the asker, to the old person, and to the workers of the community. */
export const grantWords = {
  ask: {
    asker: (g) => ({ title: '申请已提交', body: `为${g.elder}代办的申请已提交，请等老人或社区确认。` }),
    elder: (g) => ({ title: '家人想为您代办', body: `${kin(g)}申请为您代办，到${day(g.until)}为止。请您确认或拒绝。` }),
    worker: (g) =>
      g.relation === 'self'
        ? { title: '老人申请绑定档案', body: `${g.asker}申请绑定${g.elder}的档案，请核实是本人后确认。` }
        : { title: '家属申请代办授权', body: `${kin(g)}申请为${g.elder}代办，请问过老人后确认或拒绝。` },
  },
  confirm: {
    asker: (g) =>
      g.relation === 'self'
        ? { title: '档案已绑定', body: '社区已确认，您现在可以自己求助了。' }
        : { title: '代办授权已确认', body: `您可以为${g.elder}代办了，到${day(g.until)}为止。` },
    elder: (g) =>
      g.relation === 'self'
        ? { title: '档案已绑定', body: `${g.asker}已绑定您的档案。如果不是您本人，请告诉社区。` }
        : { title: '家人可以为您代办了', body: `${kin(g)}可以为您代办，到${day(g.until)}为止。您可以随时收回。` },
    worker: (g) => ({ title: '代办授权已确认', body: `${over(g)}的申请已确认。` }),
  },
  refuse: {
    asker: (g) => ({ title: '申请没有通过', body: `为${g.elder}代办的申请没有通过，有疑问请联系社区。` }),
    elder: (g) => ({ title: '代办申请已拒绝', body: `${kin(g)}为您代办的申请已被拒绝。` }),
    worker: (g) => ({ title: '代办申请已拒绝', body: `${over(g)}的申请已被拒绝。` }),
  },
  end: {
    asker: (g) => ({ title: '代办授权已结束', body: `为${g.elder}代办的授权已结束，不能再代办。` }),
    elder: (g) => ({ title: '代办授权已结束', body: `${kin(g)}不再为您代办。` }),
    worker: (g) => ({ title: '代办授权已结束', body: `${over(g)}的授权已结束。` }),
  },
  expire: {
    asker: (g) => ({ title: '代办授权已到期', body: `为${g.elder}代办的授权已到期，需要时请重新申请。` }),
    elder: (g) => ({ title: '代办授权已到期', body: `${kin(g)}为您代办的授权已到期。` }),
    worker: (g) => ({ title: '代办授权已到期', body: `${over(g)}的授权或申请已到期。` }),
  },
} as const satisfies Record<string, Record<'asker' | 'elder' | 'worker', Say>>;
