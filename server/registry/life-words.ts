import { isAway, type LifeAct, type LifeStatus, lifeActLabel, lifeStatuses } from '@wubian/shared/registry/life.ts';
import { sayDay } from '@wubian/shared/time.ts';

/** Every word about the life of a file that a user reads, beside refusals and the table of moves. */
export const lifeWords = {
  notFrom: (status: LifeStatus, act: LifeAct) => `现在是“${lifeStatuses[status]}”，不能登记“${lifeActLabel(act)}”`,
  notYet: '日期不能晚于今天',
  beforeBirth: '日期不能早于出生日期',
  beforeLast: (day: string) => `日期不能早于上一次变动（${day}）`,
  untilTooSoon: '预计回家的日期要在今天以后',
  noUntil: '只有住院、入住机构才填预计回家的日期',
  notAway: '现在没有住院或入住机构，不用填预计回家的日期',
  byRule: '系统',
  timeIsUp: '到了预计回家的日期',
  someone: '已离开的工作人员',
  noUndoWords: '请写明为什么不撤销',

  noAsking: '这段时间不能为老人提出求助。',
  askAfter: (day: string) => `${sayDay(day)} 以前不能为老人提出求助。`,
  backByItself: (day: string) => `${sayDay(day)} 会自动改回“在册”，前一天提醒责任人。`,
  backByHand: '回家后请登记“回家”。',
  closes: '老人自己不能再登录；家属还能看到以前的记录，不能再提出求助。',
  tellsNobody: '老人和家属不会收到任何通知，请您当面或打电话告诉家属。',
  undoByTwo: '登记错了可以撤销，要由另一位工作人员确认。',
} as const;

/** What an entry of a life says to the staff around the file. */
export function tellLife(
  name: string,
  { act, to, until }: { act: LifeAct; to: LifeStatus; until: string | null },
  byRule: boolean,
): { title: string; body: string } {
  const back = until ? `预计 ${sayDay(until)} 回家。` : isAway(to) ? '回家日期还不知道。' : '';
  const told: Record<LifeAct, { title: string; body: string }> = {
    toHospital: { title: '老人住院', body: `${name}已登记住院。${back}` },
    toInstitution: { title: '老人入住机构', body: `${name}已登记入住机构。${back}` },
    comeBack: byRule
      ? { title: '今天是预计回家的日子', body: `${name}已改回“在册”，请问一下是否到家；没有回来请重新登记。` }
      : { title: '老人回家了', body: `${name}已登记回家。` },
    moveOut: { title: '老人迁出', body: `${name}已登记迁出。` },
    die: { title: '档案状态有变动', body: `${name}已登记去世，档案停用。` },
    changeReturn: { title: '预计回家日期有变动', body: `${name}${back || '已回家。'}` },
    askUndo: { title: '有撤销申请等您确认', body: `${name}的状态可能登记错了，请核对后确认或不撤销。` },
    refuseUndo: { title: '没有撤销', body: `${name}的状态没有撤销，仍是“${lifeStatuses[to]}”。` },
    undo: { title: '已撤销', body: `${name}的状态已改回“${lifeStatuses[to]}”，取消了的求助请看是否重新提出。` },
  };
  return told[act];
}

/** The day before she is expected back. */
export const tellReturn = (name: string, until: string): { title: string; body: string } => ({
  title: '老人明天预计回家',
  body: `${name}预计 ${sayDay(until)} 回家，请提前联系。日期有变请改一下。`,
});
