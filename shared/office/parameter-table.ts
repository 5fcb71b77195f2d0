import { type Category, categoryLabels, categoryViews } from '../registry/categories.ts';
import { type RiskColour, riskLabels } from '../registry/risk.ts';
import { defaultLadder, type Ladder } from '../response/ladder.ts';
import { type CatalogueItem, defaultCatalogue, type Form, type Span } from './parameter-forms.ts';

export const parameterGroups = {
  registry: '台账和类别',
  visits: '探访频次',
  companion: '身边有帮扶',
  volunteers: '志愿服务',
  response: '手边有响应',
  table: '桌边有食惠',
  bedside: '床边有照护',
  nearby: '周边有布点',
  office: '管理',
} as const;
export type ParameterGroup = keyof typeof parameterGroups;

/** How sure the default is (reference/domain.md §10c). */
export const sourceStatuses = {
  sourced: '有依据',
  sourcedElsewhere: '外地做法',
  inferred: '推断',
  assumed: '暂定',
} as const;
export type SourceStatus = keyof typeof sourceStatuses;

export interface About {
  group: ParameterGroup;
  label: string;
  status: SourceStatus;
  /** Where the default comes from, in the user's words. */
  source: string;
  /** Which part of the program goes by it; null while that part is not built. */
  usedBy: string | null;
}
export interface ParameterRow<T> extends About {
  form: Form;
  default: T;
}

type Place = [group: ParameterGroup, label: string];
type Ground = [status: SourceStatus, source: string, usedBy?: string];

const about = (
  [group, label]: Place,
  [status, source, usedBy = null]: [...Ground] | [SourceStatus, string, null?],
) => ({
  group,
  label,
  status,
  source,
  usedBy,
});
const number = (
  place: Place,
  value: number,
  [unit, min, max, step = 1]: [string, number, number, number?],
  ground: Ground,
): ParameterRow<number> => ({
  ...about(place, ground),
  default: value,
  form: { as: 'number', unit, min, max, step },
});
const choices = <T extends string>(
  place: Place,
  value: readonly T[],
  labels: Readonly<Record<T, string>>,
  ground: Ground,
): ParameterRow<readonly T[]> => ({ ...about(place, ground), default: value, form: { as: 'choices', labels } });
const fixed = (place: Place, value: string, ground: Ground): ParameterRow<string> => ({
  ...about(place, ground),
  default: value,
  form: { as: 'fixed' },
});

const unsettled = '没有找到规定，请街道确认';
const changning = '上海长宁老伙伴计划（2024）';
const nantong = '南通唐闸镇街道（2025）';
const meals = '天津老年助餐办法（津政办发〔2019〕30号及后续文件）';
const risks: Readonly<Record<RiskColour, string>> = riskLabels;

/** Every street parameter of domain.md §10c, one row each. A new one is a row here; nothing else knows the list. */
export const parameters = {
  streetCategories: choices<Category>(
    ['registry', '街道特殊老年人类别'],
    categoryViews.streetSix.keys,
    categoryLabels,
    ['assumed', '街道公开了独居、高龄、重度失能，其余三类为默认，请确认', '老人台账、类别统计'],
  ),
  staleAfterMonths: number(
    ['registry', '档案多久没更新算过期'],
    6,
    ['个月', 1, 36],
    ['assumed', unsettled, '档案质量'],
  ),
  visitFloorPerMonth: number(
    ['visits', '每位老人每月至少探访'],
    1,
    ['次', 1, 31],
    ['sourced', '民发〔2022〕73号：月探访率百分之百'],
  ),
  redPhoneDays: number(['visits', '红色：隔几天打一次电话'], 1, ['天', 1, 30], ['sourcedElsewhere', nantong]),
  redVisitDays: number(['visits', '红色：隔几天上门一次'], 7, ['天', 1, 31], ['sourcedElsewhere', nantong]),
  orangeContactsPerWeek: number(['visits', '橙色：每七天联系'], 2, ['次', 1, 14], ['sourcedElsewhere', changning]),
  orangeVisitDays: number(['visits', '橙色：隔几天上门一次'], 30, ['天', 1, 31], ['sourcedElsewhere', changning]),
  yellowVisitDays: number(['visits', '黄色：隔几天上门一次'], 30, ['天', 1, 31], ['sourced', '民发〔2022〕73号']),
  greenVisitDays: number(
    ['visits', '绿色：隔几天联系一次'],
    90,
    ['天', 1, 180],
    ['sourcedElsewhere', '外地按季度探访的做法（2022）'],
  ),
  afterChangeHours: number(
    ['visits', '出院、丧亲、跌倒后多久内上门'],
    24,
    ['小时', 1, 168],
    ['sourcedElsewhere', '外地高风险老人探访规定（2022）'],
  ),
  surgeFactor: number(
    ['visits', '节日、高温、寒潮时间隔乘以'],
    0.5,
    ['倍', 0.1, 1, 0.1],
    ['assumed', `外地要求加密，倍数${unsettled}`],
  ),
  noAnswerRetryHours: number(['visits', '联系不上，多久后再试'], 2, ['小时', 1, 24], ['assumed', unsettled]),
  noAnswerSameDay: choices<RiskColour>(['visits', '联系不上，当天必须见到人的颜色'], ['red'], risks, [
    'assumed',
    unsettled,
  ]),
  requestReplyHours: number(['companion', '一般求助多久内答复'], 2, ['小时', 1, 72], ['assumed', unsettled]),
  requestAssignHours: number(['companion', '一般求助多久内安排'], 24, ['小时', 1, 168], ['assumed', unsettled]),
  catalogue: {
    ...about(
      ['companion', '七助七送服务目录'],
      ['assumed', '没有找到街道公布的名单，请街道确认', '提出求助、服务目录'],
    ),
    default: defaultCatalogue as readonly CatalogueItem[],
    form: { as: 'catalogue' },
  } as ParameterRow<readonly CatalogueItem[]>,
  eldersPerVolunteer: number(
    ['volunteers', '每位志愿者最多结对老人'],
    5,
    ['位', 1, 30],
    ['sourcedElsewhere', changning],
  ),
  circleMembers: {
    ...about(['volunteers', '每位老人身边的结对人数'], ['assumed', unsettled]),
    default: { from: 2, to: 5 },
    form: { as: 'span', unit: '人', min: 1, max: 20 },
  } as ParameterRow<Span<number>>,
  circleInBuilding: number(['volunteers', '其中至少住在同一栋楼'], 1, ['人', 0, 20], ['assumed', unsettled]),
  hourUnit: number(
    ['volunteers', '服务时长记录单位（向下取整）'],
    0.5,
    ['小时', 0.1, 1, 0.1],
    ['sourcedElsewhere', '浙江瑞安；路上时间不计'],
  ),
  hoursPerDay: number(['volunteers', '每天超过多少要核对'], 4, ['小时', 1, 12], ['assumed', unsettled]),
  coinsPerDay: number(['volunteers', '时间币每天最多存'], 2, ['小时', 0, 12], ['sourcedElsewhere', changning]),
  timeBankCap: number(
    ['volunteers', '时间银行累计上限'],
    1500,
    ['小时', 1, 20_000],
    ['sourcedElsewhere', '南京（2019）；长宁为 600 小时'],
  ),
  redeemAge: number(
    ['volunteers', '多大年纪起可以兑换'],
    60,
    ['岁', 50, 90],
    ['sourcedElsewhere', '南京、北京；上海为 65 岁'],
  ),
  stars: {
    ...about(['volunteers', '星级志愿者时长'], ['sourced', '民政部志愿服务记录办法（2012）']),
    default: [100, 300, 600, 1000, 1500] as readonly number[],
    form: { as: 'numbers', unit: '小时', min: 1, max: 20_000 },
  } as ParameterRow<readonly number[]>,
  ladder: {
    ...about(
      ['response', '求救以后依次通知谁'],
      ['assumed', '外地中心 20 到 30 秒应答；志愿者应答率 17 到 47%，所以第二步起同时通知几个人', '紧急求助'],
    ),
    default: defaultLadder as Ladder,
    form: { as: 'ladder' },
  } as ParameterRow<Ladder>,
  onSiteMinutes: number(['response', '多久内到场'], 15, ['分钟', 1, 120], ['assumed', unsettled, '紧急求助']),
  onSiteLimitMinutes: number(
    ['response', '到场最迟'],
    30,
    ['分钟', 1, 240],
    ['sourcedElsewhere', '北京石景山 18 分钟、泉州 30 分钟', '紧急求助'],
  ),
  outcomeMinutes: number(
    ['response', '到场后多久没有结果要再问'],
    30,
    ['分钟', 5, 240],
    ['assumed', unsettled, '紧急求助'],
  ),
  closeReportHours: number(
    ['response', '多久内写完处理情况'],
    24,
    ['小时', 1, 168],
    ['assumed', unsettled, '紧急求助'],
  ),
  followUpDays: number(['response', '几天后回访'], 1, ['天', 1, 30], ['assumed', unsettled, '紧急求助']),
  mealPrice: number(['table', '标准套餐指导价'], 13, ['元', 1, 100, 0.5], ['sourced', meals]),
  mealPriceFloat: number(['table', '价格可上下浮动'], 50, ['%', 0, 100], ['sourced', meals]),
  elderSubsidy: number(['table', '老人助餐补贴，每餐'], 3, ['元', 0, 50, 0.5], ['sourced', meals]),
  subsidisedMealsPerDay: number(['table', '每天最多补贴'], 1, ['餐', 0, 3], ['sourced', meals]),
  subsidisedMealsPerWeek: number(['table', '周一到周日最多补贴（不结转）'], 5, ['餐', 0, 21], ['sourced', meals]),
  subsidisedMeals: choices(
    ['table', '哪几餐可以补贴'],
    ['breakfast', 'lunch', 'supper'] as const,
    { breakfast: '早餐', lunch: '午餐', supper: '晚餐' },
    ['sourced', '津民发〔2024〕7号'],
  ),
  operatorSubsidy: number(
    ['table', '运营补贴，每份补贴餐'],
    2,
    ['元', 0, 50, 0.5],
    ['inferred', '由“7023双补贴”推断，请向区民政局核实'],
  ),
  deliveryFeeMax: number(
    ['table', '送餐费最多'],
    2,
    ['元', 0, 20, 0.5],
    ['sourcedElsewhere', '句容 2 元；河西志愿者免费送'],
  ),
  orderCutoff: {
    ...about(['table', '前一个供餐日几点前订餐'], ['assumed', '提前一天订餐为外地做法，钟点请街道确认']),
    default: '16:00',
    form: { as: 'time' },
  } as ParameterRow<string>,
  deliveryWindow: {
    ...about(['table', '送餐时段'], ['sourcedElsewhere', '河西东海街等地的实际时间']),
    default: { from: '10:30', to: '11:45' },
    form: { as: 'timeSpan' },
  } as ParameterRow<Span<string>>,
  mealBands: choices(
    ['table', '哪些老人享受助餐补贴'],
    ['eighty', 'seventyListed', 'poorSevere', 'sixtyHandicap'] as const,
    {
      eighty: '八十岁以上',
      seventyListed: '七十岁以上的七类老人',
      poorSevere: '低保或低保边缘的重度失能老人',
      sixtyHandicap: '六十到六十九岁的一二级残疾老人',
    },
    ['sourced', '津民发〔2024〕7号'],
  ),
  abilityLevels: fixed(
    ['bedside', '能力等级分数线'],
    '完好 90；轻度 66 到 89；中度 46 到 65；重度 30 到 45；完全 0 到 29',
    ['sourced', '国家标准 42195-2022，不能修改', '能力评估'],
  ),
  reassessMonths: number(['bedside', '多久重新评估一次能力'], 12, ['个月', 1, 60], ['assumed', unsettled]),
  careSubsidyLight: number(
    ['bedside', '护理补贴，轻度，每月'],
    200,
    ['元', 0, 5000],
    ['sourced', '天津 2017 年标准，请核实现行数'],
  ),
  careSubsidyMiddle: number(
    ['bedside', '护理补贴，中度，每月'],
    400,
    ['元', 0, 5000],
    ['sourced', '天津 2017 年标准，请核实现行数'],
  ),
  careSubsidyHeavy: number(
    ['bedside', '护理补贴，重度，每月'],
    600,
    ['元', 0, 5000],
    ['sourced', '天津 2017 年标准，请核实现行数'],
  ),
  serviceRadius: number(
    ['nearby', '服务半径'],
    700,
    ['米', 100, 5000, 50],
    ['sourced', '河西区三级养老服务网（2023）'],
  ),
  retentionYears: number(
    ['office', '志愿服务记录保存'],
    10,
    ['年', 10, 100],
    ['sourced', '志愿服务国家标准 40143-2021：不少于 10 年'],
  ),
  dutyTrainingMonths: number(
    ['office', '今日我当班多久培训一次'],
    3,
    ['个月', 1, 12],
    ['sourced', '街道公开做法：每季度培训', '当班培训记录'],
  ),
  elderScreens: fixed(['office', '老人界面'], '文字不小于 18，按键不小于 60，对比度不低于 4.5', [
    'sourced',
    '工信部适老化规范，写在程序里，不能修改',
    '全部老人页面',
  ]),
} as const satisfies Record<string, ParameterRow<unknown>>;
