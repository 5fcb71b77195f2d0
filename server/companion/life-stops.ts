import type { LifeStatus } from '@wubian/shared/registry/life.ts';

const words: Record<LifeStatus, string> = {
  present: '',
  inHospital: '老人住院，这次不用去了',
  inInstitution: '老人住进了养老机构，这次不用去了',
  movedOut: '老人已搬走，这次不用去了',
  // Said to nobody by itself, and read by her family later.
  dead: '这次服务已取消',
  merged: '两份档案合并，这次不用去了',
  erased: '',
};

/** What is said when visits are stopped because nobody is at home. */
export const lifeStops = {
  words: (status: LifeStatus): string => words[status],
  visitTitle: '老人状态有变，正在服务',
  visitBody: (elder: string, visit: string) => `${elder}，${visit}正在服务，请联系志愿者。`,
  cancels: (count: number, claimed: number) =>
    count === 0
      ? '没有要取消的求助。'
      : `会取消 ${count} 条未完成的求助${claimed ? `，通知 ${claimed} 位志愿者不用去了` : ''}。`,
  stays: (count: number) => `预计回家以后的 ${count} 条求助保留。`,
  goesOn: (count: number) => `有 ${count} 条求助正在服务，请联系志愿者。`,
} as const;
