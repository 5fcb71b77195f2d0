import type { WubianApi } from '@wubian/shared/api.ts';
import type { Output } from '@wubian/shared/endpoint.ts';
import type { Span } from '@wubian/shared/response/statistics.ts';
import { statisticsWords as w } from './words.ts';

export type Statistics = Output<WubianApi['response']['incidentStatistics']>;
export type Figures = Statistics['total'];

/** '一半 1 分钟，九成五 4 分钟'; '没有' when it never happened. */
export const saySpan = ({ p50, p95 }: Span): string =>
  p50 === null || p95 === null ? w.noTime : w.half(w.after(p50), w.after(p95));

/** The month in sentences, for a report that somebody writes. */
export function reportText({ month, total }: Statistics): string {
  const lines = [
    `${w.sayMonth(month)}共收到求助 ${w.times(total.calls)}，另有演练 ${w.times(total.drills)}。`,
    total.calls ? `来源：${w.counted(total.sources)}。` : '',
    total.acknowledged.count ? `${w.acknowledged}：${saySpan(total.acknowledged)}。` : '',
    total.arrived.count ? `${w.arrived}：${saySpan(total.arrived)}。` : '',
    total.takenBy.length ? `${w.takenBy}：${w.counted(total.takenBy)}。` : '',
    total.falseAlarms ? `${w.falseAlarms} ${w.times(total.falseAlarms)}：${w.counted(total.falseCauses)}。` : '',
    total.handedOver ? `${w.handedOver} ${w.times(total.handedOver)}：${w.counted(total.handOvers)}。` : '',
    total.noAnswer ? `${w.noAnswer} ${w.times(total.noAnswer)}。` : '',
    total.report.due ? `${w.report} ${w.kept(total.report.inTime, total.report.due)}。` : '',
    total.follow.due ? `${w.follow} ${w.kept(total.follow.inTime, total.follow.due)}。` : '',
    total.open ? `${w.open} ${w.times(total.open)}。` : '',
  ];
  return lines.filter(Boolean).join('\n');
}
