import type { Move } from '@wubian/shared/companion/lifecycle.ts';

/** Who is told: the elder and her family, the volunteer who holds the task, the one who lost it, the community's workers. */
export type Ear = 'elderSide' | 'volunteer' | 'former' | 'workers';

/** What the words of a notice may draw on. No phone, no door, no illness, nothing that someone typed. */
export interface Facts {
  /** '5月2日 周六 09:00–10:30 助餐'. */
  visit: string;
  /** As this ear may read it: masked for volunteers. */
  elder: string;
  volunteer: string;
  /** '45分钟'; '' before the end. */
  minutes: string;
  hasConcern: boolean;
  /** What the house said of a stop, e.g. '老人住院，这次不用去了'; '' for every other move. */
  stopped: string;
  confirmAfterHours: number;
}

export interface Telling {
  to: Ear;
  title: string;
  body: (facts: Facts) => string;
  urgent?: boolean;
  when?: (facts: Facts) => boolean;
}

const whose = ({ elder, visit }: Facts): string => `${elder}，${visit}`;
const tell = (to: Ear, title: string, body: Telling['body'] = whose): Telling => ({ to, title, body });
const urge = (to: Ear, title: string, body: Telling['body'] = whose): Telling => ({ to, title, body, urgent: true });

/** Every move, and who is told what of it. A move without a row does not compile; an empty row is told to nobody. */
export const tellings: Record<Move | 'ask', readonly Telling[]> = {
  ask: [
    tell('elderSide', '求助已提交', (facts) => `${whose(facts)}。社区会尽快核实。`),
    urge('workers', '有新的求助待核实'),
  ],
  open: [tell('elderSide', '社区已发布求助', (facts) => `${whose(facts)}，正在等志愿者接单。`)],
  openByRule: [tell('elderSide', '求助已发布', (facts) => `${whose(facts)}，正在等志愿者接单。`)],
  decline: [tell('elderSide', '求助未受理', (facts) => `${whose(facts)}。原因请点开查看，也可以打社区电话。`)],
  claim: [
    tell('elderSide', '有志愿者接单了', (facts) => `${facts.volunteer}会来。${whose(facts)}。`),
    tell('workers', '求助已有人接单', (facts) => `${facts.volunteer}接了${whose(facts)}。`),
  ],
  assign: [
    urge('volunteer', '社区请您帮忙', (facts) => `${whose(facts)}。去不了请尽早退回。`),
    tell('former', '这一单已改派', (facts) => `${whose(facts)}，您不用去了。`),
    tell('elderSide', '社区安排了志愿者', (facts) => `${facts.volunteer}会来。${whose(facts)}。`),
  ],
  release: [
    tell('elderSide', '志愿者来不了', (facts) => `${whose(facts)}，正在另找志愿者。`),
    urge('workers', '志愿者退回了求助', (facts) => `${whose(facts)}，请留意是否有人接单。`),
  ],
  noShow: [
    tell('elderSide', '已记下志愿者未到', (facts) => `${whose(facts)}，正在另找志愿者。`),
    urge('former', '您被记为未到', (facts) => `${whose(facts)}。如有误请联系社区。`),
    urge('workers', '志愿者未到', (facts) => `${whose(facts)}，请尽快安排。`),
  ],
  start: [tell('elderSide', '服务开始了', (facts) => `${facts.volunteer}已开始。${whose(facts)}。`)],
  finish: [
    urge('elderSide', '服务结束，请确认', (facts) => `${whose(facts)}，用时${facts.minutes}。请确认或提出异议。`),
    {
      ...urge('workers', '志愿者有担心的情况', (facts) => `${whose(facts)}。请马上查看并处理。`),
      when: ({ hasConcern }) => hasConcern,
    },
  ],
  confirm: [
    tell('volunteer', '服务已确认', (facts) => `${whose(facts)}，${facts.minutes}已记入您的服务时长。谢谢您！`),
    tell('elderSide', '服务已确认', (facts) => `${whose(facts)}。`),
  ],
  confirmByRule: [
    tell('volunteer', '服务已自动确认', (facts) => `${whose(facts)}，${facts.minutes}已记入您的服务时长。谢谢您！`),
    tell(
      'elderSide',
      '服务已自动确认',
      (facts) => `${whose(facts)}。满 ${facts.confirmAfterHours} 小时没有异议，按规定确认。`,
    ),
  ],
  object: [
    urge('workers', '对服务有异议', (facts) => `${whose(facts)}，请了解情况并处理。`),
    tell('volunteer', '有人对服务提出异议', (facts) => `${whose(facts)}，社区会来了解情况。`),
    tell('elderSide', '异议已提交', (facts) => `${whose(facts)}，社区会处理。`),
  ],
  settle: [
    tell('volunteer', '社区已核定服务时长', (facts) => `${whose(facts)}，核定${facts.minutes}。依据请点开查看。`),
    tell('elderSide', '社区已处理', (facts) => `${whose(facts)}。结果请点开查看。`),
  ],
  cancel: [
    urge('volunteer', '求助已取消', (facts) => `${whose(facts)}，您不用去了。`),
    tell('elderSide', '求助已取消'),
    tell('workers', '求助已取消'),
  ],
  stopAway: [
    urge('volunteer', '这次不用去了', (facts) => `${whose(facts)}。${facts.stopped}。`),
    tell('elderSide', '求助已取消', (facts) => `${whose(facts)}。不在家的这段时间先取消，回家后可以重新提出。`),
    tell('workers', '求助已取消', (facts) => `${whose(facts)}。${facts.stopped}。`),
  ],
  // Her side is told nothing by itself; the volunteer may have known her for years.
  stopGone: [
    urge('volunteer', '这次不用去了', (facts) => `${whose(facts)}。这次服务取消了。谢谢您一直以来的帮助。`),
    tell('workers', '求助已取消'),
  ],
  expire: [
    tell('elderSide', '没有等到志愿者', (facts) => `${whose(facts)}已过时间。需要的话请重新提出或打社区电话。`),
    urge('workers', '求助过期，无人接单', (facts) => `${whose(facts)}，请联系老人。`),
  ],
  heed: [tell('volunteer', '社区已处理您反映的情况', (facts) => `${whose(facts)}。谢谢您的细心。`)],
  warnUnclaimed: [urge('workers', '求助还没有人接单', (facts) => `${whose(facts)}，请安排志愿者。`)],
  remindVisit: [urge('volunteer', '快到上门时间了', (facts) => `${whose(facts)}。`)],
  warnNotStarted: [
    urge('workers', '到时间还没开始服务', (facts) => `${whose(facts)}，请联系志愿者。`),
    urge('volunteer', '您到了吗', (facts) => `${whose(facts)}。到了请点“开始服务”，去不了请联系社区。`),
  ],
  warnNotFinished: [
    urge('volunteer', '服务结束了吗', (facts) => `${whose(facts)}。做完了请点“结束服务”。`),
    urge('workers', '服务还没有结束', (facts) => `${whose(facts)}，请联系志愿者问问情况。`),
  ],
  remindConfirm: [urge('elderSide', '请确认这次服务', (facts) => `${whose(facts)}。没有异议请点“确认”。`)],
  askReview: [urge('workers', '服务时间较长，请核对', (facts) => `${whose(facts)}，用时${facts.minutes}。`)],
};
